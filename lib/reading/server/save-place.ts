import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { pool } from "@/lib/platform/database"
import type { PlaceInput } from "@/lib/reading/input"

export type SavedPlace = { sentenceId: string; sentencesRead: number }

/*
 * Session, enrolment, assignment, sentence and the row in one statement. The count of sentences read only grows, and
 * never beyond the text; a sentence of another text keeps nothing. With it come the words of the glossary that were opened: each
 * is kept once, and one of another lesson not at all. Reading on after the close is allowed, and kept.
 */
const SAVE = `
  WITH live AS (
    SELECT u.id, u.role FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL AND NOT u."mustChangePassword"
    WHERE s."tokenHash" = $1 AND s."expiresAt" > now()
  ), ground AS (
    SELECT a.id AS "assignmentId", e.id AS "enrolmentId", v.id AS "lessonVersionId",
      (SELECT count(*)::int FROM "RevisionSentence" t WHERE t."revisionId" = v."revisionId") AS sentences
    FROM live
    JOIN "Assignment" a ON live.role = 'student' AND a.id = $2 AND a."archivedAt" IS NULL AND a."opensAt" <= $5
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = live.id
         AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
    JOIN "LessonVersion" v ON v.id = a."lessonVersionId"
    JOIN "RevisionSentence" r ON r."revisionId" = v."revisionId" AND r."sentenceId" = $3
  ), saved AS (
    INSERT INTO "ReadingProgress" AS p ("assignmentId", "enrolmentId", "sentenceId", "sentencesRead", "startedAt")
    SELECT "assignmentId", "enrolmentId", $3, LEAST($4::int, sentences), $5 FROM ground
    ON CONFLICT ("assignmentId", "enrolmentId") DO UPDATE
      SET "sentenceId" = EXCLUDED."sentenceId",
          "sentencesRead" = GREATEST(p."sentencesRead", EXCLUDED."sentencesRead")
    RETURNING p."sentenceId", p."sentencesRead"
  ), opened AS (
    INSERT INTO "GlossaryLookup" ("assignmentId", "enrolmentId", "termId")
    SELECT g."assignmentId", g."enrolmentId", w.id
    FROM ground g JOIN "GlossaryTerm" w ON w."lessonVersionId" = g."lessonVersionId" AND w.id = ANY($6::uuid[])
    ON CONFLICT DO NOTHING
  )
  SELECT EXISTS (SELECT 1 FROM live) AS "isSignedIn", saved.* FROM (SELECT 1) one LEFT JOIN saved ON true`

type PlaceRow = { isSignedIn: boolean; sentenceId: string | null; sentencesRead: number }

/**
 * Keeps the place, and the words looked up, of whoever holds the session. Missing when they are no student of the class, the assignment is not
 * open yet, or its text has no such sentence.
 */
export async function savePlace(
  tokenHash: Buffer,
  assignmentId: string,
  { place, now }: { place: PlaceInput; now: Date },
): Promise<Decision<SavedPlace>> {
  const values = [
    tokenHash,
    assignmentId,
    place.sentenceId,
    place.sentencesRead,
    now,
    place.openedTerms ?? [],
  ]
  const result = await pool().query<PlaceRow>({ name: "place", text: SAVE, values })
  const row = result.rows[0]
  if (!row?.isSignedIn) return refuse("unauthenticated", "common.signedOut")
  if (row.sentenceId === null) return refuse("missing", "reading.noSentenceHere")
  return allow({ sentenceId: row.sentenceId, sentencesRead: row.sentencesRead })
}
