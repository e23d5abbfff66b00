import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { HomeAssignment } from "@/lib/lesson/arrange-home"
import { showsNudge } from "@/lib/lesson/nudge"
import type { OwnTerms } from "@/lib/lesson/own-terms"
import { FACT_COLUMNS, FACT_JOINS, type FactRow, factsOf, termsOf } from "@/lib/lesson/server/step-facts"
import { buildSteps, windowState } from "@/lib/lesson/steps"
import { pool } from "@/lib/platform/database"
import { decideRelease } from "@/lib/quiz/release"

export type Home = {
  assignments: HomeAssignment[]
  /** Classes that have not let the student in yet. */
  waitingFor: string[]
  /** Classes the student is in. */
  classCount: number
}

type HomeRow = FactRow & {
  className: string
  nudgedAt: Date | null
  paragraphs: number[] | null
  place: HomeAssignment["place"]
}

type Row = (HomeRow | { assignmentId: null }) & { waitingFor: string[]; classCount: number }

const HOME = `
  WITH mine AS (
    SELECT e.id, e."userId", e."classId", e.state, c.name FROM "Enrolment" e
    JOIN "Class" c ON c.id = e."classId" AND c."archivedAt" IS NULL
    WHERE e."userId" = $1 AND e.role = 'student' AND e."leftAt" IS NULL),
  due AS (
    SELECT ${FACT_COLUMNS}, e.name AS "className",
      (SELECT n.at FROM "Nudge" n WHERE n."assignmentId" = a.id AND n."enrolmentId" = e.id) AS "nudgedAt",
      (SELECT array_agg(q.n ORDER BY q.paragraph) FROM (
        SELECT rs.paragraph, count(*)::int AS n FROM "RevisionSentence" rs
        WHERE rs."revisionId" = lv."revisionId" GROUP BY rs.paragraph) q) AS paragraphs,
      (SELECT json_build_object('paragraph', rs.paragraph, 'ordinal', rs.ordinal, 'text', rs.text)
        FROM "RevisionSentence" rs
        WHERE rs."revisionId" = lv."revisionId" AND rs."sentenceId" = rp."sentenceId") AS place
    FROM mine e
    JOIN "Assignment" a ON a."classId" = e."classId" AND a."archivedAt" IS NULL
    ${FACT_JOINS}
    WHERE e.state = 'active')
  SELECT due.*, w."waitingFor", w."classCount"
  FROM (SELECT coalesce(array_agg(name ORDER BY name) FILTER (WHERE state = 'pending'), '{}') AS "waitingFor",
               count(*) FILTER (WHERE state = 'active')::int AS "classCount" FROM mine) w
  LEFT JOIN due ON true`

/** Everything on a student's home, in one trip. */
export async function loadHome(viewer: Viewer, now: Date): Promise<Home> {
  const statement = { name: "home", text: HOME, values: [viewer.userId] }
  const { rows } = await pool().query<Row>(statement)
  return {
    assignments: rows.flatMap((row) => (row.assignmentId === null ? [] : [homeAssignment(row, now)])),
    waitingFor: rows[0]?.waitingFor ?? [],
    classCount: rows[0]?.classCount ?? 0,
  }
}

function homeAssignment(row: HomeRow, now: Date): HomeAssignment {
  const terms = termsOf(row)
  const facts = factsOf(row, terms)
  const { excused, dueAt, closesAt } = terms
  const steps = buildSteps(facts, now)
  return {
    id: row.assignmentId,
    title: row.title,
    className: row.className,
    opensAt: row.opensAt,
    dueAt,
    closesAt,
    classDueAt: row.dueAt,
    excused,
    nudgedAt: row.nudgedAt && showsNudge(row.nudgedAt, now) ? row.nudgedAt : null,
    window: windowState(facts, now),
    steps,
    started: row.readingStarted || row.attemptId !== null || steps.some((step) => step.state === "done"),
    resultsOut: row.itemCount > 0 && resultsOut(row, terms, now),
    sentencesRead: row.sentencesRead,
    paragraphs: row.paragraphs ?? [],
    place: row.place,
  }
}

function resultsOut(row: HomeRow, terms: OwnTerms, now: Date): boolean {
  const hasOpenAttempt = row.attemptState === "open"
  const facts = {
    policy: row.releasePolicy,
    releasedAt: row.releasedAt,
    dueAt: terms.dueAt,
    closesAt: terms.closesAt,
    submittedAttempts: row.attemptsUsed - (hasOpenAttempt ? 1 : 0),
    hasOpenAttempt,
    attemptsLeft: Math.max(0, terms.attemptsAllowed - row.attemptsUsed),
  }
  return decideRelease(facts, now).released
}
