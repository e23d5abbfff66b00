import { newRandomId } from "@/lib/platform/ids"
import type { BenchStudent } from "./bench-school"
import { call } from "./http-client"
import { measure } from "./measure"
import type { ThreadRun } from "./open-thread"

const BODY =
  "I read that sentence differently. He does not say that the visit was wrong, he says that calling it neutral is, " +
  "and the vote that came after it is his evidence. Which of the two do you mean?"

type Replying = {
  port: number
  parentId: string | undefined
  as: BenchStudent | undefined
}

/** Posts one reply as the composer does. Resolves to what it answered. */
export async function postOneReply({ port, parentId, as }: Replying) {
  const json = { clientKey: newRandomId(), move: "challenge", body: BODY, sentenceIds: [] }
  const path = `/api/posts/${parentId}/replies`
  const reply = await call(port, { method: "POST", path, cookie: as?.cookie, json })
  return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status} ${reply.body.slice(0, 200)}` }
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
      return postOneReply({ port, parentId, as: students[index % students.length] })
    },
  })
}
