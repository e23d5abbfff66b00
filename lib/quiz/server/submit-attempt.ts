import "server-only"
import { validate } from "uuid"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { database, type Transaction } from "@/lib/platform/database"
import { countSubmit } from "@/lib/platform/telemetry/metrics"
import { decideSubmit } from "@/lib/quiz/decide-submit"
import { idempotencyKey } from "@/lib/quiz/input"
import { loadAttemptStanding, standingRefusal } from "@/lib/quiz/server/attempt-standing"
import { closeAttempt, type LockedAttempt, lockAttempt } from "@/lib/quiz/server/close-attempt"

/** The same for every repetition, and for every one of fifty at once. Nothing of a score. */
export type SubmitReceipt = {
  attemptId: string
  state: "submitted"
  submittedAt: string
  endedBy: "student" | "deadline" | "teacher"
}

export type SubmitCall = { tokenHash: Buffer; attemptId: string; submitKey: string | null; now: Date }

/**
 * Hands in an attempt: locks it, closes and scores it once. Repeating answers the same. Refuses with
 * "unauthenticated", "missing", "forbidden", "conflict" where the key is of a submission from before it was reopened, or
 * "invalid" where the key is missing.
 */
export async function submitAttempt(call: SubmitCall): Promise<Decision<SubmitReceipt>> {
  const decision = await handIn(call)
  countSubmit(decision.ok ? "accepted" : "refused")
  return decision
}

async function handIn(call: SubmitCall): Promise<Decision<SubmitReceipt>> {
  if (!idempotencyKey.safeParse(call.submitKey).success) return refuse("invalid", "quiz.noIdempotencyKey")
  if (!validate(call.attemptId)) return refuse("missing", "quiz.noSuchAttempt")
  const standing = await loadAttemptStanding(call.tokenHash, call.attemptId)
  const refusal = standingRefusal(standing)
  if (refusal) return { ok: false, refusal }
  const actorId = standing?.userId ?? null
  return database().$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, call.attemptId)
    if (!attempt) return refuse("missing", "quiz.noSuchAttempt")
    return closeOnce(tx, attempt, { ...call, actorId })
  })
}

type Caller = SubmitCall & { actorId: string | null }

async function closeOnce(
  tx: Transaction,
  attempt: LockedAttempt,
  call: Caller,
): Promise<Decision<SubmitReceipt>> {
  const decision = decideSubmit(attempt, call.submitKey, call.now)
  if (decision.outcome === "stale") return refuse("conflict", "quiz.reopenedSince")
  if (decision.outcome === "repeated") return allow(receiptOf(attempt))
  const { endedBy, submittedAt } = decision
  await closeAttempt(tx, attempt, { endedBy, submittedAt, actorId: call.actorId, submitKey: call.submitKey })
  return allow(receiptOf({ ...attempt, endedBy, submittedAt }))
}

function receiptOf({ id, submittedAt, endedBy }: LockedAttempt): SubmitReceipt {
  if (!submittedAt || !endedBy) throw new Error(`Attempt ${id} was submitted without a moment`)
  return { attemptId: id, state: "submitted", submittedAt: submittedAt.toISOString(), endedBy }
}
