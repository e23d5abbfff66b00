import { validate } from "uuid"
import { refuse } from "@/lib/access/refusal"
import {
  type PostAnswerInput,
  type PostReplyInput,
  postAnswerInput,
  postReplyInput,
} from "@/lib/discussion/input"
import type { KeptPost } from "@/lib/discussion/server/keep-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"

/** `POST /api/posts/{postId}/replies`: `{clientKey, move, body, …}` -> `{id, assignmentId, promptId}`, the same for the same key. */
export const postReplyRoute = runRoute<Omit<PostReplyInput, "parentId">, KeptPost>({
  input: postReplyInput.omit({ parentId: true }),
  handle: async ({ tokenHash, params, input }) => {
    const parentId = params.postId ?? ""
    if (!validate(parentId)) return refuse("missing", "discussion.noSuchPost")
    return postReply({ tokenHash }, { ...input, parentId }, now())
  },
})

/** `POST /api/assignments/{assignmentId}/prompts/{promptId}/posts`: a post at the top, answered as a reply is. */
export const postAnswerRoute = runRoute<Omit<PostAnswerInput, "assignmentId" | "promptId">, KeptPost>({
  input: postAnswerInput.omit({ assignmentId: true, promptId: true }),
  handle: async ({ tokenHash, params, input }) => {
    const { assignmentId = "", promptId = "" } = params
    if (!validate(assignmentId) || !validate(promptId)) return refuse("missing", "discussion.noSuchPrompt")
    return postAnswer({ tokenHash }, { ...input, assignmentId, promptId }, now())
  },
})
