import "server-only"
import { pool } from "@/lib/platform/database"
import { closesItself } from "@/lib/quiz/decide-submit"
import type { ServerAnswer } from "@/lib/quiz/outbox"
import { type PublicItem, presentItem } from "@/lib/quiz/public-item"
import { closeIfOverdue } from "@/lib/quiz/server/close-overdue-attempts"
import { loadItemVersions, type Pin, rememberPins } from "@/lib/quiz/server/item-cache"

/** An open attempt as its student sees it: never a key, and never a seed. */
export type Sitting = {
  attemptId: string
  number: number
  deadlineAt: Date | null
  graceMinutes: number
  /** The position come to, where there is no way back. */
  reached: number
  items: PublicItem[]
  answers: ServerAnswer[]
}

type SittingRow = Pick<Sitting, "attemptId" | "number" | "deadlineAt" | "graceMinutes" | "reached"> & {
  revisionId: string
  pins: Pin[]
  answers: ServerAnswer[]
  /** By item, where a teacher gave it other points than it has in the lesson. */
  ownPoints: Record<string, number> | null
}

const SITTING = `
  SELECT a.id AS "attemptId", a.number, a."deadlineAt", a."graceMinutes", a.reached, lv."revisionId",
    (SELECT json_agg(json_build_object('position', i.position, 'itemId', i."itemId",
        'itemVersionId', i."itemVersionId", 'optionSeed', i."optionSeed") ORDER BY i.position)
      FROM "AttemptItem" i WHERE i."attemptId" = a.id) AS pins,
    coalesce((SELECT json_agg(json_build_object('itemId', r."itemId", 'saveNumber', r."saveNumber",
        'value', r.value, 'flagged', r.flagged, 'confidence', r.confidence, 'savedAt', r."savedAt"))
      FROM "Response" r WHERE r."attemptId" = a.id), '[]') AS answers,
    (SELECT json_object_agg(ci."itemId", ci.points) FROM "AssignmentItem" ci
      WHERE ci."assignmentId" = g.id AND ci.points IS NOT NULL) AS "ownPoints"
  FROM "Attempt" a
  JOIN "Assignment" g ON g.id = a."assignmentId"
  JOIN "LessonVersion" lv ON lv.id = g."lessonVersionId"
  WHERE a."assignmentId" = $1 AND a."enrolmentId" = $2 AND a.state = 'open'`

/**
 * The attempt this student has open, on whichever device it began; null when there is none. One that is past its
 * deadline is closed and scored first, so that nobody ever looks at an attempt that is over and still open. The
 * enrolment is the caller's own, from the visit.
 */
export async function loadSitting(
  assignmentId: string,
  enrolmentId: string,
  now: Date,
): Promise<Sitting | null> {
  const { rows } = await pool().query<SittingRow>({
    name: "quiz-sitting",
    text: SITTING,
    values: [assignmentId, enrolmentId],
  })
  const row = rows[0]
  if (!row) return null
  if (closesItself({ ...row, state: "open" }, now)) {
    await closeIfOverdue(row.attemptId, now)
    return null
  }
  rememberPins(row.attemptId, { pins: row.pins, revisionId: row.revisionId })
  const { attemptId, number, deadlineAt, graceMinutes, reached } = row
  // JSON in PostgreSQL writes instants in a form of its own.
  const answers = row.answers.map((one) => ({ ...one, savedAt: new Date(one.savedAt).toISOString() }))
  const items = (await presentItems(row.pins)).map((item) => ({
    ...item,
    points: row.ownPoints?.[item.itemId] ?? item.points,
  }))
  return { attemptId, number, deadlineAt, graceMinutes, reached, items, answers }
}

/** The items of a sitting in its order, options in theirs. */
export async function presentItems(pins: readonly Pin[]): Promise<PublicItem[]> {
  const versions = await loadItemVersions(pins.map(({ itemVersionId }) => itemVersionId))
  return pins.flatMap(({ itemVersionId, position, optionSeed }) => {
    const version = versions.get(itemVersionId)
    return version ? [presentItem(version, { position, seed: optionSeed })] : []
  })
}
