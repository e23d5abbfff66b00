import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { type BuiltRevision, buildRevision } from "@/lib/reading/build-revision"
import type { ImportReadingInput } from "@/lib/reading/input"
import type { SentenceView } from "@/lib/reading/sentences"
import { insertRevision } from "@/lib/reading/server/store"

export type ImportedReading = { readingId: string; revisionId: string; sentences: SentenceView[] }

/** Makes a reading of a corrected draft: revision 1, its sentences, in one transaction. Pressed twice, made once. */
export async function importReading(
  viewer: Viewer,
  input: ImportReadingInput,
  now: Date,
): Promise<Decision<ImportedReading>> {
  if (!can(viewer, "reading.create")) return refuse("forbidden", "reading.teachersOnly")
  const built = buildRevision(input, [], newId)
  if (!built) return refuse("invalid", "reading.noSentence", { field: "paragraphs" })
  return database().$transaction(
    async (tx: Transaction) => {
      const { count } = await tx.reading.createMany({
        data: [{ id: input.readingId, ownerId: viewer.userId, createdAt: now }],
        skipDuplicates: true,
      })
      if (count === 0) return firstRevisionOf(tx, input.readingId, viewer.userId)
      return allow(await write(tx, { viewer, input, built, now }))
    },
    { timeout: 30_000 },
  )
}

type Work = { viewer: Viewer; input: ImportReadingInput; built: BuiltRevision; now: Date }

async function write(tx: Transaction, { viewer, input, built, now }: Work): Promise<ImportedReading> {
  const { readingId, isDocument: _, ...details } = input
  const revisionId = newId()
  const createdById = viewer.userId
  await insertRevision(tx, { revisionId, readingId, number: 1, createdById, now, details, built })
  await appendEvent(tx, { kind: "reading.imported", actorId: createdById, subjectId: readingId })
  return { readingId, revisionId, sentences: built.sentences }
}

/** What the first press made, when it was the same person's. */
async function firstRevisionOf(
  tx: Transaction,
  readingId: string,
  ownerId: string,
): Promise<Decision<ImportedReading>> {
  const revision = await tx.readingRevision.findFirst({
    where: { readingId, number: 1, reading: { ownerId } },
    select: { id: true, sentences: { orderBy: [{ paragraph: "asc" }, { ordinal: "asc" }] } },
  })
  if (!revision) return refuse("conflict", "reading.idTaken")
  const sentences = revision.sentences.map(({ sentenceId, paragraph, ordinal, text }) => {
    return { id: sentenceId, paragraph, ordinal, text }
  })
  return allow({ readingId, revisionId: revision.id, sentences })
}
