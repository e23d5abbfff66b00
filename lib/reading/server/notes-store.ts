import "server-only"
import { database, type Transaction } from "@/lib/platform/database"
import type { NoteMarkName } from "@/lib/reading/kinds"
import type { NoteView } from "@/lib/reading/notes"

type Place = { assignmentId: string; sentenceId: string; userId: string; now: Date }

export type NoteGround = {
  enrolmentId: string
  classId: string
  classRole: "student" | "assistant" | "teacher"
  revisionId: string
  /** The sentence as it stands in the revision that the assignment has. */
  quote: string
}

/**
 * Where a note on this sentence would stand: class, revision and words come from the assignment the person is in,
 * never from the request. Null when they are not in its class, it is not open yet, or its text lacks the sentence.
 */
export async function findNoteGround(place: Place): Promise<NoteGround | null> {
  const rows = await database().$queryRaw<NoteGround[]>`
    SELECT e.id AS "enrolmentId", e."classId", e.role AS "classRole", s."revisionId", s.text AS quote
    FROM "Assignment" a
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = ${place.userId}::uuid
         AND e.state = 'active' AND e."leftAt" IS NULL
    JOIN "LessonVersion" v ON v.id = a."lessonVersionId"
    JOIN "RevisionSentence" s ON s."revisionId" = v."revisionId" AND s."sentenceId" = ${place.sentenceId}::uuid
    WHERE a.id = ${place.assignmentId}::uuid AND a."archivedAt" IS NULL AND a."opensAt" <= ${place.now}`
  return rows[0] ?? null
}

type NoteRow = {
  noteId: string
  assignmentId: string
  sentenceId: string
  mark: NoteMarkName
  body: string
}

/**
 * Writes a note, or its new words when the writer has one of this id already. One statement; null when the id is
 * somebody else's or belongs to another sentence.
 */
export async function upsertNote(
  tx: Transaction,
  note: NoteRow & NoteGround & { now: Date },
): Promise<NoteView | null> {
  const rows = await tx.$queryRaw<NoteView[]>`
    INSERT INTO "SentenceNote" AS n
      (id, "assignmentId", "enrolmentId", "revisionId", "sentenceId", quote, mark, body, "createdAt", "updatedAt")
    VALUES (${note.noteId}::uuid, ${note.assignmentId}::uuid, ${note.enrolmentId}::uuid, ${note.revisionId}::uuid,
            ${note.sentenceId}::uuid, ${note.quote}, ${note.mark}::"NoteMark", ${note.body}, ${note.now}, ${note.now})
    ON CONFLICT (id) DO UPDATE SET mark = EXCLUDED.mark, body = EXCLUDED.body, "updatedAt" = EXCLUDED."updatedAt",
      "deletedAt" = NULL
    WHERE n."enrolmentId" = EXCLUDED."enrolmentId" AND n."assignmentId" = EXCLUDED."assignmentId"
      AND n."sentenceId" = EXCLUDED."sentenceId"
    RETURNING n.id AS "noteId", n."sentenceId", n.mark, n.body, n."updatedAt" AS "savedAt"`
  return rows[0] ?? null
}

/**
 * Takes a note away, or back. Only its writer's, while they are in the class. One statement; null where there is none
 * such. Repeating it changes nothing.
 */
export async function setNoteRemoved(
  noteId: string,
  { userId, removedAt }: { userId: string; removedAt: Date | null },
): Promise<NoteView | null> {
  const rows = await database().$queryRaw<NoteView[]>`
    UPDATE "SentenceNote" n SET "deletedAt" = ${removedAt}
    FROM "Enrolment" e, "Assignment" a
    WHERE n.id = ${noteId}::uuid AND e.id = n."enrolmentId" AND a.id = n."assignmentId" AND a."archivedAt" IS NULL
      AND e."userId" = ${userId}::uuid AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
    RETURNING n.id AS "noteId", n."sentenceId", n.mark, n.body, n."updatedAt" AS "savedAt"`
  return rows[0] ?? null
}

/** A note as somebody else reads it: with its sentence as it stood. `writtenAt` in milliseconds since 1970. */
export type QuotedNote = { quote: string; mark: NoteMarkName; body: string; writtenAt: number }

/** Every note of one student in one assignment with its sentence, the oldest first. The caller has authorised. */
export function findQuotedNotes(where: { assignmentId: string; enrolmentId: string }): Promise<QuotedNote[]> {
  return database().$queryRaw<QuotedNote[]>`
    SELECT quote, mark, body, (extract(epoch FROM "updatedAt") * 1000)::float8 AS "writtenAt"
    FROM "SentenceNote"
    WHERE "assignmentId" = ${where.assignmentId}::uuid AND "enrolmentId" = ${where.enrolmentId}::uuid
      AND "deletedAt" IS NULL
    ORDER BY "createdAt", id`
}

/** Every note of one student in one assignment, the oldest first. One statement. */
export function findNotes(where: { assignmentId: string; enrolmentId: string }): Promise<NoteView[]> {
  return database().$queryRaw<NoteView[]>`
    SELECT id AS "noteId", "sentenceId", mark, body, "updatedAt" AS "savedAt"
    FROM "SentenceNote"
    WHERE "assignmentId" = ${where.assignmentId}::uuid AND "enrolmentId" = ${where.enrolmentId}::uuid
      AND "deletedAt" IS NULL
    ORDER BY "createdAt", id`
}
