import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { pool } from "@/lib/platform/database"
import type { ItemLevel } from "@/lib/quiz/item-type"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import type { GradeDraftInput } from "@/lib/results/grading/grading-input"

/** `number`: of the draft that is kept now, which may be a later one than was sent. */
export type SavedDraft = { number: number; savedAt: string; isKept: boolean }

/*
 * Session, class, answer and the row in one statement. Written only for a teacher of the class, as `results.grade` has it,
 * and of an answer that is graded by hand; `decideDraft` is its oracle.
 */
const SAVE = `
  WITH live AS (
    SELECT u.id, u.role::text FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL AND NOT u."mustChangePassword"
    WHERE s."tokenHash" = $1 AND s."expiresAt" > now()
  ), ground AS (
    SELECT live.id, live.role, me.role::text AS "classRole", v.type, v.level::text AS level
    FROM live
    JOIN "Attempt" t ON t.id = $3
    JOIN "Assignment" a ON a.id = t."assignmentId" AND a.id = $2
    JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = live.id
      AND me.state = 'active' AND me."leftAt" IS NULL
    JOIN "AttemptItem" i ON i."attemptId" = t.id AND i."itemId" = $4
    JOIN "ItemVersion" v ON v.id = i."itemVersionId"
  ), kept AS (
    INSERT INTO "GradeDraft" AS d ("attemptId", "itemId", "graderId", number, levels, comment, "basedOn", "savedAt")
    SELECT $3, $4, ground.id, $5, $6::jsonb, $7, $8::bigint, $9 FROM ground
    WHERE ground."classRole" = 'teacher' AND ground.role IN ('teacher', 'administrator') AND ground.type = ANY($10) AND ground.level <> 'my_view'
    ON CONFLICT ("attemptId", "itemId", "graderId") DO UPDATE
      SET number = excluded.number, levels = excluded.levels, comment = excluded.comment,
        "basedOn" = excluded."basedOn", "savedAt" = excluded."savedAt"
      WHERE d.number < excluded.number
    RETURNING d.number, d."savedAt"
  )
  SELECT EXISTS (SELECT 1 FROM live) AS "isSignedIn", ground.role, ground."classRole", ground.type, ground.level,
    kept.number, kept."savedAt",
    (SELECT jsonb_build_object('number', o.number, 'savedAt', o."savedAt") FROM "GradeDraft" o
      WHERE o."attemptId" = $3 AND o."itemId" = $4 AND o."graderId" = ground.id) AS standing
  FROM (SELECT 1) one LEFT JOIN ground ON true LEFT JOIN kept ON true`

type Row = {
  isSignedIn: boolean
  role: "student" | "assistant" | "teacher" | "administrator" | null
  classRole: "student" | "assistant" | "teacher" | null
  type: string
  level: ItemLevel
  number: number | null
  savedAt: Date | null
  standing: { number: number; savedAt: string } | null
}

type Call = { assignmentId: string; draft: GradeDraftInput; now: Date }

const HAND_TYPES = itemTypeNames.filter((name) => itemTypeOf(name).isGradedByHand)

/**
 * Keeps a grade as far as it was typed, for its grader alone. An older draft than the one that is kept changes nothing,
 * and is told so. Refuses with "unauthenticated", "missing" (not their class, or not graded by hand) or "forbidden".
 */
export async function saveGradeDraft(
  tokenHash: Buffer,
  { assignmentId, draft, now }: Call,
): Promise<Decision<SavedDraft>> {
  const { attemptId, itemId, number, grade, basedOn } = draft
  const values = [
    ...[tokenHash, assignmentId, attemptId, itemId, number],
    ...[grade && JSON.stringify(grade.levels), grade?.comment ?? null, grade && basedOn, now, HAND_TYPES],
  ]
  const row = (await pool().query<Row>({ name: "grade-draft", text: SAVE, values })).rows[0]
  if (!row?.isSignedIn) return refuse("unauthenticated", "common.signedOut")
  if (!row.role || !row.classRole) return refuse("missing", "results.noAnswer")
  const asker = { role: row.role, mustChangePassword: false }
  if (!can(asker, "results.grade", { classRole: row.classRole }))
    return refuse("forbidden", "results.gradeTeachersOnly")
  if (!itemTypeOf(row.type).isGradedByHand || row.level === "my_view")
    return refuse("missing", "results.notGradedByHand")
  if (row.number !== null && row.savedAt)
    return allow({ number: row.number, savedAt: row.savedAt.toISOString(), isKept: true })
  const { standing } = row
  const savedAt = standing ? new Date(standing.savedAt) : now
  return allow({ number: standing?.number ?? number, savedAt: savedAt.toISOString(), isKept: false })
}
