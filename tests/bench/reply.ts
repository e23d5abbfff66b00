import { newRandomId } from "@/lib/platform/ids"
import { actionId, callAction } from "./actions"
import type { BenchStudent } from "./bench-school"
import type { BenchThread } from "./bench-thread"
import { measure } from "./measure"
import type { ThreadRun } from "./open-thread"

const BODY =
  "I read that sentence differently. He does not say that the visit was wrong, he says that calling it neutral is, " +
  "and the vote that came after it is his evidence. Which of the two do you mean?"

type Replying = {
  port: number
  thread: BenchThread
  parentId: string | undefined
  as: BenchStudent | undefined
}

/** Posts one reply by the composer's own action. Resolves to what it answered. */
export async function postOneReply({ port, thread, parentId, as }: Replying) {
  const input = { parentId, clientKey: newRandomId(), move: "challenge", body: BODY, sentenceIds: [] }
  const call = { path: thread.path, cookie: as?.cookie, input, readable: true }
  const reply = await callAction(port, { id: actionId("postReplyAction"), ...call })
  const ok = reply.status === 200 && reply.body.includes('"ok":true')
  return { ok, bytes: reply.bytes, said: `${reply.status} ${reply.body.slice(0, 200)}` }
}

/** W4b: see `measureReplies`. */
export const postReplies = (run: ThreadRun) => measureReplies(run, { key: "W4b", name: "W4b post a reply" })

/** Sixteen post a reply at once, into one thread, each to a post of its own. The page that follows is not in it. */
export function measureReplies(
  { port, school, thread, stack, operations }: ThreadRun,
  named: { key: string; name: string },
) {
  const { students } = school
  return measure({
    ...named,
    stack,
    operations,
    atOnce: 16,
    run: (index) => {
      const parentId = thread.postIds[index % thread.postIds.length]
      return postOneReply({ port, thread, parentId, as: students[index % students.length] })
    },
  })
}
