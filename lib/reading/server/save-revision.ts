import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { buildRevision } from "@/lib/reading/build-revision"
import { holdsSentence } from "@/lib/reading/draft-reading"
import type { SaveRevisionInput } from "@/lib/reading/input"
import type { RevisionView } from "@/lib/reading/sentences"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { findReading, insertRevision } from "@/lib/reading/server/store"

export type SavedRevision = { readingId: string; revisionId: string; number: number }

/**
 * Saves corrections as the next revision. Sentences whose words stay keep their ids; lessons and assignments stay on the
 * revision they have. Refused when somebody has saved another revision since, or when nothing differs.
 */
export async function saveRevision(
  viewer: Viewer,
  input: SaveRevisionInput,
  now: Date,
): Promise<Decision<SavedRevision>> {
  const reading = await findReading(input.readingId, viewer.userId)
  if (!reading) return refuse("missing", "reading.noReading")
  if (!can(viewer, "reading.edit", { isOwner: reading.isOwner }))
    return refuse("forbidden", "reading.notYours")
  const base = reading.revisions[0]
  if (base?.revisionId !== input.baseRevisionId) return refuse("conflict", "reading.changedMeanwhile")
  const old = await loadRevision(base.revisionId)
  const isDocument = old !== null && !old.sentences.some(({ text }) => holdsSentence(text))
  const built = old && buildRevision({ ...input, isDocument }, old.sentences, newId)
  if (!old || !built) return refuse("invalid", "reading.noSentence", { field: "paragraphs" })
  if (isSame(old, input, built.html)) return refuse("invalid", "reading.nothingChanged")
  const { readingId, baseRevisionId: _, ...details } = input
  const next = {
    revisionId: newId(),
    readingId,
    number: base.number + 1,
    createdById: viewer.userId,
    now,
    details,
    built,
  }
  return database().$transaction(
    async (tx: Transaction) => {
      if (!(await isStillNewest(tx, { readingId, number: base.number })))
        return refuse("conflict", "reading.changedMeanwhile")
      await insertRevision(tx, next)
      await appendEvent(tx, { kind: "reading.revised", actorId: viewer.userId, subjectId: readingId })
      return allow({ readingId, revisionId: next.revisionId, number: next.number })
    },
    { timeout: 30_000 },
  )
}

/** Locks the reading first and looks then, so that of two savers the second is told instead of failing. */
async function isStillNewest(tx: Transaction, { readingId, number }: { readingId: string; number: number }) {
  await tx.$queryRaw`SELECT id FROM "Reading" WHERE id = ${readingId}::uuid FOR UPDATE`
  return (await tx.readingRevision.count({ where: { readingId, number: { gt: number } } })) === 0
}

const compared = [
  "title",
  "author",
  "source",
  "sourceUrl",
  "publishedOn",
  "language",
  "kind",
  "deck",
  "rightsNote",
] as const

function isSame(old: RevisionView, input: SaveRevisionInput, html: string): boolean {
  const sameDetails = compared.every((name) => old[name] === input[name])
  return sameDetails && old.html === html && old.tasks.join("\n") === input.tasks.join("\n")
}
