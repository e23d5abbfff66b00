import "server-only"
import { postHtml } from "@/lib/discussion/posts/post-html"
import type { PostPlace } from "@/lib/discussion/server/load-post-place"
import type { Transaction } from "@/lib/platform/database"

type NewWords = { place: PostPlace; body: string; now: Date }

/**
 * Puts new words in the place of a post's own, which are kept as a revision. Null, and nothing changes, where it was
 * edited, hidden, taken back or given back since it was loaded.
 */
export async function changeWords(
  tx: Transaction,
  { place, body, now }: NewWords,
): Promise<{ html: string; revision: number } | null> {
  const { postId, state, editedAt, createdAt } = place
  const revision = place.revisions + 1
  const html = postHtml(body)
  const { count } = await tx.post.updateMany({
    where: { id: postId, state, editedAt },
    data: { body, html, editedAt: momentAfter(editedAt, now) },
  })
  if (count === 0) return null
  await keepFormer(tx, { place, body, html, at: { before: editedAt ?? createdAt, now } })
  return { html, revision }
}

type Former = {
  place: Pick<PostPlace, "postId" | "revisions" | "body" | "restatesAs">
  body: string
  html: string
  /** When the former words were written, and the new ones. */
  at: { before: Date; now: Date }
}

/** What a post said before stays: as a revision, and of one that only restates as the wording before its last. */
export async function keepFormer(tx: Transaction, { place, body, html, at }: Former): Promise<void> {
  const { postId, revisions, restatesAs } = place
  if (restatesAs !== null) {
    await tx.restatement.create({ data: { postId, number: restatesAs + 1, body, html, createdAt: at.now } })
    return
  }
  const former = { postId, number: revisions + 1, body: place.body, createdAt: at.before }
  await tx.postRevision.create({ data: former })
}

/** Now, or a millisecond after the last edit: that moment names the state an edit was based on, so no two share one. */
export const momentAfter = (last: Date | null, now: Date): Date =>
  last && last >= now ? new Date(last.getTime() + 1) : now
