import "server-only"
import { holdOpen } from "@/lib/discussion/server/hold-open"
import { eventAbout } from "@/lib/discussion/server/load-post-place"
import type { RestatingPlace } from "@/lib/discussion/server/load-restating-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

type Changing = {
  /** The number of the wording that was read: what is done rests on it. */
  number: number
  /** "restatement.answered" */
  kind: string
  /** Staff of the class alone are named in the log; an author's name would tell a pseudonym. */
  actorId?: string
  /** False where somebody else was first. */
  change: (tx: Transaction) => Promise<boolean>
}

/**
 * Changes a restatement, tells everybody who has the thread open, and logs it by numbers of posts. False where either post
 * went, the restatement changed, or writing was stopped, since it was loaded: then nothing is changed.
 */
export async function changeRestating(place: RestatingPlace, changing: Changing): Promise<boolean> {
  const { number, kind, actorId, change } = changing
  return database().$transaction(async (tx) => {
    if (!(await holdOpen(tx, place, place.classRole !== "student"))) return false
    if (!(await isStillSo(tx, place, number)) || !(await change(tx))) return false
    await noteChange(tx, place)
    const data = { seq: place.seq, parentSeq: place.parentSeq }
    await appendEvent(tx, { kind, actorId, ...eventAbout(place), data })
    return true
  })
}

/** Both posts are held until the commit, so that neither is hidden nor taken back meanwhile, and one change waits for another. */
async function isStillSo(
  tx: Transaction,
  { postId, parentId }: RestatingPlace,
  number: number,
): Promise<boolean> {
  // NO KEY: an answer to either of them, which only points to it, is not kept waiting.
  const posts = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM "Post" WHERE id IN (${postId}::uuid, ${parentId}::uuid) ORDER BY id FOR NO KEY UPDATE`
  if (posts.some(({ state }) => state !== "visible")) return false
  const last = await tx.restatement.findFirst({ where: { postId }, orderBy: { number: "desc" } })
  return last?.number === number
}
