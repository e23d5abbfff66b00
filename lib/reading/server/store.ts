import "server-only"
import { database, type Transaction } from "@/lib/platform/database"
import type { BuiltRevision } from "@/lib/reading/build-revision"
import type { RevisionDetails } from "@/lib/reading/input"
import type { ReadingKindName } from "@/lib/reading/kinds"
import type { RevisionView } from "@/lib/reading/sentences"

export type NewRevision = {
  revisionId: string
  readingId: string
  number: number
  createdById: string
  now: Date
  details: RevisionDetails
  built: BuiltRevision
}

/** Writes a revision and its sentences: three statements, whatever the text's length. */
export async function insertRevision(tx: Transaction, revision: NewRevision): Promise<void> {
  const { revisionId, readingId, built, details, now: createdAt } = revision
  const { paragraphs: _, ...columns } = details
  await tx.readingRevision.create({
    data: {
      id: revisionId,
      readingId,
      number: revision.number,
      createdById: revision.createdById,
      createdAt,
      ...columns,
      wordCount: built.wordCount,
      html: built.html,
    },
    select: { id: true },
  })
  await tx.$executeRaw`
    INSERT INTO "Sentence" (id, "readingId") SELECT id, ${readingId}::uuid FROM unnest(${built.newIds}::uuid[]) AS id`
  const { sentences } = built
  await tx.$executeRaw`
    INSERT INTO "RevisionSentence" ("revisionId", "sentenceId", paragraph, ordinal, text)
    SELECT ${revisionId}::uuid, s.id, s.paragraph, s.ordinal, s.text
    FROM unnest(
      ${sentences.map(({ id }) => id)}::uuid[],
      ${sentences.map(({ paragraph }) => paragraph)}::int[],
      ${sentences.map(({ ordinal }) => ordinal)}::int[],
      ${sentences.map(({ text }) => text)}::text[]
    ) AS s(id, paragraph, ordinal, text)`
}

/** A revision with its sentences in order, or null. One trip. Whoever asks has been authorised by the caller. */
export async function findRevision(revisionId: string): Promise<RevisionView | null> {
  const row = await database().readingRevision.findUnique({
    where: { id: revisionId },
    relationLoadStrategy: "join",
    include: { sentences: { orderBy: [{ paragraph: "asc" }, { ordinal: "asc" }] } },
  })
  if (!row) return null
  const { id, createdById: _by, createdAt: _at, sentences, ...rest } = row
  return {
    revisionId: id,
    ...rest,
    sentences: sentences.map(({ sentenceId, paragraph, ordinal, text }) => {
      return { id: sentenceId, paragraph, ordinal, text }
    }),
  }
}

export type RevisionLine = { revisionId: string; number: number; createdAt: Date; createdBy: string }

export type ReadingFacts = {
  readingId: string
  isOwner: boolean
  /** A shared lesson stands on it. */
  isShared: boolean
  /** The newest first. */
  revisions: RevisionLine[]
  /** Lessons on it that the asker may see. */
  lessons: { lessonId: string; title: string; number: number }[]
}

/** A reading as far as `userId` may know of it: their own, or one a shared lesson stands on. One statement. */
export async function findReading(readingId: string, userId: string): Promise<ReadingFacts | null> {
  const rows = await database().$queryRaw<(Omit<ReadingFacts, "revisions"> & { revisions: DatedLine[] })[]>`
    WITH mine AS (
      SELECT l.id AS "lessonId", l.shared, v.title, r.number, v.number AS version
      FROM "ReadingRevision" r
      JOIN "LessonVersion" v ON v."revisionId" = r.id
      JOIN "Lesson" l ON l.id = v."lessonId" AND l."archivedAt" IS NULL
      WHERE r."readingId" = ${readingId}::uuid AND (l.shared OR l."ownerId" = ${userId}::uuid)
    )
    SELECT d.id AS "readingId", d."ownerId" = ${userId}::uuid AS "isOwner",
      EXISTS (SELECT 1 FROM mine WHERE shared) AS "isShared",
      (SELECT json_agg(json_build_object('revisionId', r.id, 'number', r.number, 'createdAt', r."createdAt",
                'createdBy', u."displayName") ORDER BY r.number DESC)
         FROM "ReadingRevision" r JOIN "User" u ON u.id = r."createdById" WHERE r."readingId" = d.id) AS revisions,
      COALESCE((SELECT json_agg(json_build_object('lessonId', m."lessonId", 'title', m.title, 'number', m.number))
         FROM (SELECT DISTINCT ON ("lessonId") * FROM mine ORDER BY "lessonId", version DESC) m), '[]') AS lessons
    FROM "Reading" d
    WHERE d.id = ${readingId}::uuid AND d."archivedAt" IS NULL
      AND (d."ownerId" = ${userId}::uuid OR EXISTS (SELECT 1 FROM mine WHERE shared))`
  const row = rows[0]
  return row ? { ...row, revisions: row.revisions.map(dated) } : null
}

type DatedLine = Omit<RevisionLine, "createdAt"> & { createdAt: string }
const dated = (line: DatedLine): RevisionLine => ({ ...line, createdAt: new Date(line.createdAt) })

export type ReadingLine = {
  readingId: string
  revisionId: string
  number: number
  title: string
  author: string | null
  kind: ReadingKindName
  language: string
  wordCount: number
  sentenceCount: number
  lessonCount: number
  createdAt: Date
}

/** Somebody's own readings by their newest revision, the newest first. One statement. */
export function findReadingsOf(userId: string): Promise<ReadingLine[]> {
  return database().$queryRaw<ReadingLine[]>`
    SELECT d.id AS "readingId", r.id AS "revisionId", r.number, r.title, r.author, r.kind, r.language, r."wordCount",
      (SELECT count(*)::int FROM "RevisionSentence" s WHERE s."revisionId" = r.id) AS "sentenceCount",
      (SELECT count(DISTINCT v."lessonId")::int FROM "LessonVersion" v
         JOIN "ReadingRevision" any_r ON any_r.id = v."revisionId"
         JOIN "Lesson" l ON l.id = v."lessonId" AND l."archivedAt" IS NULL
        WHERE any_r."readingId" = d.id AND (l.shared OR l."ownerId" = ${userId}::uuid)) AS "lessonCount",
      r."createdAt"
    FROM "Reading" d
    JOIN LATERAL (
      SELECT * FROM "ReadingRevision" r WHERE r."readingId" = d.id ORDER BY r.number DESC LIMIT 1
    ) r ON true
    WHERE d."ownerId" = ${userId}::uuid AND d."archivedAt" IS NULL
    ORDER BY r."createdAt" DESC, d.id`
}
