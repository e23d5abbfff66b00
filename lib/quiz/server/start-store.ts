import "server-only"
import type { SchoolRole } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"
import type { DrawableItem } from "@/lib/quiz/draw-items"
import type { ReleasePolicy } from "@/lib/quiz/release"
import type { Pin } from "@/lib/quiz/server/item-cache"

/** Who asks, what for, and what stands already. `classRole` is null for whoever is not in the class now. */
export type StartRow = {
  userId: string
  role: SchoolRole
  mustChangePassword: boolean
  enrolmentId: string | null
  classRole: "student" | "assistant" | "teacher" | null
  lesson: {
    classId: string
    revisionId: string
    opensAt: Date
    dueAt: Date
    closesAt: Date
    timeLimitMinutes: number | null
    graceMinutes: number
    attemptsAllowed: number
    shuffleOptions: boolean
    shuffleItems: boolean
    coolDownMinutes: number
    teacherStarts: boolean
    quizStartedAt: Date | null
    policy: ReleasePolicy
    releasedAt: Date | null
  } | null
  accommodation: {
    timeMultiplier: number
    extraMinutes: number
    noTimeLimit: boolean
    extraAttempts: number
    extraDays: number
    timeZone: string
  } | null
  exception: { dueAt: Date | null; closesAt: Date | null; extraMinutes: number; excused: boolean } | null
  items: DrawableItem[]
  attempts: number
  lastSubmittedAt: Date | null
  openAttemptId: string | null
  openDeadlineAt: Date | null
  openGraceMinutes: number | null
}

const FACTS = `
  SELECT u.id AS "userId", u.role, u."mustChangePassword", e.id AS "enrolmentId", e.role AS "classRole",
    CASE WHEN g.id IS NOT NULL THEN json_build_object(
      'classId', g."classId", 'revisionId', lv."revisionId",
      'opensAt', g."opensAt", 'dueAt', g."dueAt", 'closesAt', g."closesAt",
      'timeLimitMinutes', g."timeLimitMinutes",
      'graceMinutes', g."graceMinutes", 'attemptsAllowed', g."attemptsAllowed",
      'shuffleOptions', g."shuffleOptions", 'shuffleItems', g."shuffleItems",
      'coolDownMinutes', g."coolDownMinutes", 'teacherStarts', g."teacherStarts",
      'quizStartedAt', g."quizStartedAt", 'policy', g."releasePolicy", 'releasedAt', g."releasedAt") END AS lesson,
    CASE WHEN ac."userId" IS NOT NULL THEN json_build_object(
      'timeMultiplier', ac."timeMultiplier", 'extraMinutes', ac."extraMinutes",
      'noTimeLimit', ac."noTimeLimit", 'extraAttempts', ac."extraAttempts",
      'extraDays', ac."extraDays", 'timeZone', (SELECT z."timeZone" FROM "School" z)) END AS accommodation,
    CASE WHEN ex."enrolmentId" IS NOT NULL THEN json_build_object(
      'dueAt', ex."dueAt", 'closesAt', ex."closesAt",
      'extraMinutes', ex."extraMinutes", 'excused', ex.excused) END AS exception,
    coalesce((SELECT json_agg(json_build_object('itemId', iv."itemId", 'itemVersionId', iv.id,
        'poolId', li."poolId", 'draw', po.draw) ORDER BY li.position)
      FROM "LessonVersionItem" li JOIN "ItemVersion" iv ON iv.id = li."itemVersionId"
      LEFT JOIN "ItemPool" po ON po.id = li."poolId"
      WHERE li."lessonVersionId" = lv.id), '[]') AS items,
    (SELECT count(*)::int FROM "Attempt" t WHERE t."assignmentId" = g.id AND t."enrolmentId" = e.id) AS attempts,
    (SELECT max(t."submittedAt") FROM "Attempt" t
      WHERE t."assignmentId" = g.id AND t."enrolmentId" = e.id) AS "lastSubmittedAt",
    o.id AS "openAttemptId", o."deadlineAt" AS "openDeadlineAt", o."graceMinutes" AS "openGraceMinutes"
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
  LEFT JOIN ("Assignment" g
    JOIN "LessonVersion" lv ON lv.id = g."lessonVersionId"
    JOIN "Enrolment" e ON e."classId" = g."classId" AND e.state = 'active' AND e."leftAt" IS NULL)
    ON g.id = $2 AND g."archivedAt" IS NULL AND e."userId" = u.id
  LEFT JOIN "Accommodation" ac ON ac."userId" = u.id
  LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = g.id AND ex."enrolmentId" = e.id
  LEFT JOIN "Attempt" o ON o."assignmentId" = g.id AND o."enrolmentId" = e.id AND o.state = 'open'
  WHERE s."tokenHash" = $1 AND s."expiresAt" > now()`

/** All that starting needs to know, in one trip. Null: nobody is signed in. */
export async function loadStartFacts(tokenHash: Buffer, assignmentId: string): Promise<StartRow | null> {
  const { rows } = await pool().query<StartRow>({
    name: "quiz-start-facts",
    text: FACTS,
    values: [tokenHash, assignmentId],
  })
  const row = rows[0]
  return row ? withDates(row) : null
}

/** JSON brings instants as text. */
function withDates(row: StartRow): StartRow {
  const { lesson, exception } = row
  for (const name of ["opensAt", "dueAt", "closesAt"] as const)
    if (lesson) lesson[name] = new Date(lesson[name])
  for (const name of ["releasedAt", "quizStartedAt"] as const)
    if (lesson?.[name]) lesson[name] = new Date(lesson[name])
  if (exception?.dueAt) exception.dueAt = new Date(exception.dueAt)
  if (exception?.closesAt) exception.closesAt = new Date(exception.closesAt)
  return row
}

const INSERT = `
  WITH begun AS (
    INSERT INTO "Attempt" (id, "assignmentId", "enrolmentId", number, state, "startedAt", "deadlineAt", seed,
      "graceMinutes")
    SELECT $1, $2, e.id, $4, 'open', $5, $6, $10, $11 FROM "Enrolment" e
    WHERE e.id = $3 AND e.state = 'active' AND e."leftAt" IS NULL
    ON CONFLICT DO NOTHING
    RETURNING id
  ), pinned AS (
    INSERT INTO "AttemptItem" ("attemptId", position, "itemId", "itemVersionId", "optionSeed")
    SELECT begun.id, p.position, p."itemId", p."itemVersionId", p."optionSeed" FROM begun
    CROSS JOIN jsonb_to_recordset($7::jsonb)
      AS p(position int, "itemId" uuid, "itemVersionId" uuid, "optionSeed" int)
  ), told AS (
    INSERT INTO "Event" (kind, "actorId", "classId", "assignmentId", "subjectId", data)
    SELECT 'attempt.started', $8, $9, $2, begun.id, jsonb_build_object('number', $4::int) FROM begun
  )
  SELECT id FROM begun`

export type NewAttempt = {
  id: string
  assignmentId: string
  enrolmentId: string
  number: number
  startedAt: Date
  deadlineAt: Date
  graceMinutes: number
  actorId: string
  classId: string
  seed: number
  pins: Pin[]
}

/** Attempt, items and event in one statement. False when an attempt of this student was begun in the meantime. */
export async function insertAttempt(attempt: NewAttempt): Promise<boolean> {
  const { id, assignmentId, enrolmentId, number, startedAt, deadlineAt, seed, pins, actorId, classId } =
    attempt
  const { rows } = await pool().query({
    name: "quiz-start",
    text: INSERT,
    values: [
      id,
      assignmentId,
      enrolmentId,
      number,
      startedAt,
      deadlineAt,
      JSON.stringify(pins),
      actorId,
      classId,
      seed,
      attempt.graceMinutes,
    ],
  })
  return rows.length === 1
}
