import type { ActionResult } from "@/components/ui/action-form"

type Written = { clientKey: string; [part: string]: unknown }

/** A post on its way: an answer to a post, or at the top of a question's thread. */
export type PostToSend =
  | ({ parentId: string } & Written)
  | ({ parentId?: undefined; assignmentId: string; promptId: string } & Written)

export type SendPost = (post: PostToSend) => Promise<ActionResult<{ id: string }>>

/** Posts it: the same key is the same post, however often it is sent. Throws where the school cannot be reached. */
export const sendPost: SendPost = async (post) => {
  const { address, body } = requestOf(post)
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  return response.ok ? { ok: true, value: answer } : { ok: false, ...answer.error }
}

function requestOf(post: PostToSend): { address: string; body: unknown } {
  if (post.parentId !== undefined) {
    const { parentId, ...body } = post
    return { address: `/api/posts/${parentId}/replies`, body }
  }
  const { assignmentId, promptId, parentId: _, ...body } = post
  return { address: `/api/assignments/${assignmentId}/prompts/${promptId}/posts`, body }
}
