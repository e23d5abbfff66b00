import "server-only"
import { pool } from "@/lib/platform/database"
import type { SavedResponse } from "@/lib/quiz/input"

/**
 * Session, attempt, answers and their log in one statement, so that a save is one trip and either all there or not.
 * `decideSave` says the same in words of its own, and a test on a real database holds the two together.
 *
 * - The attempt is locked FOR SHARE: a submission (FOR UPDATE) waits for saves under way, and a save that waited for
 *   a submission sees that it came too late. Locks are taken in one order everywhere: attempt, then answers by item.
 * - An answer is written even when it does not win (as it was), because that alone returns the row as it stands now
 *   and not as it stood when the statement began.
 * - The log takes each save once, however often it is repeated.
 */
export const SAVE_STATEMENT = `
  WITH who AS MATERIALIZED (
    SELECT u.id, u.role = 'student' AND NOT u."mustChangePassword" AS may
    FROM "Session" s JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    WHERE s."tokenHash" = $1 AND s."expiresAt" > now()
  ), sitting AS MATERIALIZED (
    SELECT a.id, a."deadlineAt", date_trunc('milliseconds', coalesce($4::timestamptz, now())) AS at,
      who.may AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL AS may,
      a.state = 'submitted' AND a."endedBy" <> 'deadline' AS "handedIn",
      a.state = 'submitted' AND a."endedBy" = 'deadline'
        OR coalesce(coalesce($4::timestamptz, now())
          > a."deadlineAt" + make_interval(mins => a."graceMinutes"), false) AS late
    FROM "Attempt" a JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN who ON who.id = e."userId"
    WHERE a.id = $2
    FOR SHARE OF a
  ), asked AS MATERIALIZED (
    SELECT t."itemId", t."saveNumber", coalesce(t.value, 'null'::jsonb) AS value, t.flagged, t.confidence
    FROM jsonb_to_recordset($3::jsonb) AS t("itemId" uuid, "saveNumber" int, value jsonb, flagged boolean, confidence int)
    JOIN "AttemptItem" ai ON ai."attemptId" = $2 AND ai."itemId" = t."itemId"
  ), kept AS (
    INSERT INTO "Response" AS r ("attemptId", "itemId", "saveNumber", value, flagged, confidence, "savedAt")
    SELECT s.id, q."itemId", q."saveNumber", q.value, coalesce(q.flagged, false), q.confidence, s.at
    FROM sitting s CROSS JOIN asked q
    WHERE s.may AND NOT s."handedIn" AND NOT s.late
    ORDER BY q."itemId"
    ON CONFLICT ("attemptId", "itemId") DO UPDATE SET
      "saveNumber" = greatest(r."saveNumber", excluded."saveNumber"),
      value = CASE WHEN excluded."saveNumber" > r."saveNumber" THEN excluded.value ELSE r.value END,
      flagged = CASE WHEN excluded."saveNumber" > r."saveNumber"
        THEN coalesce((SELECT q.flagged FROM asked q WHERE q."itemId" = r."itemId"), r.flagged)
        ELSE r.flagged END,
      confidence = CASE WHEN excluded."saveNumber" > r."saveNumber"
        THEN coalesce(excluded.confidence, r.confidence) ELSE r.confidence END,
      "savedAt" = CASE WHEN excluded."saveNumber" > r."saveNumber" THEN excluded."savedAt" ELSE r."savedAt" END
    RETURNING r."itemId", r."saveNumber", r.value, r."savedAt"
  ), counted AS (
    SELECT * FROM kept
    UNION ALL
    SELECT r."itemId", r."saveNumber", r.value, r."savedAt"
    FROM sitting s JOIN "Response" r ON r."attemptId" = s.id JOIN asked q ON q."itemId" = r."itemId"
    WHERE s.may AND s.late
  ), outcome AS MATERIALIZED (
    SELECT q."itemId", q."saveNumber", q.value, c."saveNumber" AS "keptNumber", c.value AS "keptValue",
      c."savedAt", coalesce(c."saveNumber" = q."saveNumber" AND c.value = q.value, false) AS same
    FROM asked q LEFT JOIN counted c ON c."itemId" = q."itemId"
  ), logged AS (
    INSERT INTO "ResponseSave" AS v ("attemptId", "itemId", "saveNumber", value, "savedAt", late, conflict)
    SELECT s.id, o."itemId", o."saveNumber", o.value, s.at, s.late, NOT s.late AND NOT o.same
    FROM sitting s CROSS JOIN outcome o
    WHERE s.may AND NOT s."handedIn"
      AND CASE WHEN s.late THEN NOT o.same ELSE o."keptNumber" = o."saveNumber" END
    ORDER BY o."itemId"
    ON CONFLICT ("attemptId", "itemId", "saveNumber", md5(value::text)) DO UPDATE SET "savedAt" = v."savedAt"
    RETURNING v."itemId", v."savedAt"
  )
  SELECT EXISTS (SELECT FROM who) AS "signedIn", s.id IS NOT NULL AS found, s.may, s."handedIn", s.late,
    s."deadlineAt",
    (SELECT jsonb_agg(jsonb_build_object('itemId', o."itemId", 'saveNumber', o."saveNumber", 'same', o.same,
        'keptNumber', o."keptNumber", 'keptValue', o."keptValue",
        'savedAt', extract(epoch FROM CASE WHEN o.same THEN o."savedAt" ELSE l."savedAt" END) * 1000))
      FROM outcome o LEFT JOIN logged l ON l."itemId" = o."itemId") AS outcomes
  FROM (SELECT) AS one LEFT JOIN sitting s ON true`

export type SaveOutcome = {
  itemId: string
  saveNumber: number
  /** What counts now is this very save. */
  same: boolean
  keptNumber: number | null
  keptValue: unknown
  /** Milliseconds since 1970. */
  savedAt: number | null
}

export type SaveRow = {
  signedIn: boolean
  found: boolean
  may: boolean | null
  handedIn: boolean | null
  late: boolean | null
  deadlineAt: Date | null
  /** Null where none of the items belongs to the attempt. */
  outcomes: SaveOutcome[] | null
}

export type SaveCall = {
  tokenHash: Buffer
  attemptId: string
  /** At most one per item. */
  responses: readonly SavedResponse[]
  /** Null: the database's own clock, which is the one that decides. Set by tests. */
  at: Date | null
}

/** Runs the statement. One trip, one commit. */
export async function runSave({ tokenHash, attemptId, responses, at }: SaveCall): Promise<SaveRow> {
  const values = [tokenHash, attemptId, JSON.stringify(responses), at]
  const { rows } = await pool().query<SaveRow>({ name: "quiz-save", text: SAVE_STATEMENT, values })
  const row = rows[0]
  if (!row) throw new Error("The saving statement always answers one row")
  return row
}
