import "server-only"
import { watchFlags } from "@/lib/discussion/moderation/watch-flags"
import { eventAbout, type PostPlace } from "@/lib/discussion/server/load-post-place"
import type { SourceView } from "@/lib/discussion/thread/thread-view"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

type FlagPlace = Pick<PostPlace, "postId" | "watched" | "classId" | "assignmentId" | "threadId">
type NewWords = { place: FlagPlace; html: string; sources?: readonly SourceView[]; now: Date }

/** Flags the watched words in the new words of a post. What staff have seen there already is not flagged again. */
export async function flagPost(tx: Transaction, { place, html, sources = [], now }: NewWords): Promise<void> {
  const { postId } = place
  const found = watchFlags({ html, sources }, place.watched)
  if (found.length === 0) return
  const seen = await tx.postFlag.findMany({ where: { postId }, select: { word: true, passage: true } })
  const isNew = (flag: { word: string; passage: string }) =>
    !seen.some(({ word, passage }) => word === flag.word && passage === flag.passage)
  const flags = found.filter(isNew)
  if (flags.length === 0) return
  const common = { postId, kind: "watched" as const, createdAt: now }
  await tx.postFlag.createMany({ data: flags.map((flag) => ({ id: newId(), ...common, ...flag })) })
  await appendEvent(tx, {
    kind: "post.flagged",
    ...eventAbout(place),
    data: { postId, flags: flags.length },
  })
}
