import { ownTerms } from "@/lib/lesson/own-terms"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"
import {
  type SaveResponsesInput,
  type StartAttemptInput,
  saveResponsesInput,
  startAttemptInput,
} from "@/lib/quiz/input"
import { type SaveReceipt, saveResponses } from "@/lib/quiz/server/save-responses"
import { type StartedAttempt, startAttempt } from "@/lib/quiz/server/start-attempt"
import { type SubmitReceipt, submitAttempt } from "@/lib/quiz/server/submit-attempt"

/** 200 answers of the longest kind, with room. */
const MOST_BYTES = 256 * 1024

/** `POST /api/attempts` */
export const startAttemptRoute = runRoute<StartAttemptInput, StartedAttempt>({
  input: startAttemptInput,
  maxBytes: 1024,
  handle: ({ tokenHash, input }) =>
    startAttempt({ tokenHash, assignmentId: input.assignmentId, now: now(), ownTerms }),
})

/** `PUT /api/attempts/{attemptId}/responses` */
export const saveResponsesRoute = runRoute<SaveResponsesInput, SaveReceipt>({
  input: saveResponsesInput,
  maxBytes: MOST_BYTES,
  handle: ({ tokenHash, params, input }) =>
    saveResponses({ tokenHash, attemptId: params.attemptId ?? "", ...input }),
})

/** `POST /api/attempts/{attemptId}/submit` */
export const submitAttemptRoute = runRoute<undefined, SubmitReceipt>({
  handle: ({ tokenHash, params, request }) =>
    submitAttempt({
      tokenHash,
      attemptId: params.attemptId ?? "",
      submitKey: request.headers.get("idempotency-key"),
      now: now(),
    }),
})
