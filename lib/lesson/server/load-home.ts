import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { OpenedName } from "@/lib/discussion/names/opened-name"
import { unseenOpenings } from "@/lib/discussion/server/alias-store"
import type { HomeAssignment } from "@/lib/lesson/arrange-home"
import { showsNudge } from "@/lib/lesson/nudge"
import { releaseFactsOf } from "@/lib/lesson/own-release"
import type { OwnTerms } from "@/lib/lesson/own-terms"
import { dueRecall, type RecallKind, type RecallOffer, recallSince } from "@/lib/lesson/recall-due"
import { FACT_COLUMNS, FACT_JOINS, type FactRow, factsOf, termsOf } from "@/lib/lesson/server/step-facts"
import { buildSteps, windowState } from "@/lib/lesson/steps"
import { pool } from "@/lib/platform/database"
import type { Fraction } from "@/lib/quiz/fraction"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import { decideRelease, firstReleasedAt } from "@/lib/quiz/release"

export type Home = {
  assignments: HomeAssignment[]
  /** What may be tried to be remembered, for oneself. */
  recalls: RecallOffer[]
  /** Classes that have not let the student in yet. */
  waitingFor: string[]
  /** Classes the student is in. */
  classCount: number
  /** Where a teacher opened their name, until they have read it. */
  openedNames: OpenedName[]
}

type HomeRow = FactRow & {
  className: string
  nudgedAt: Date | null
  paragraphs: number[] | null
  place: HomeAssignment["place"]
  finished: FinishedQuiz | null
  scoreChange: { before: Fraction; after: Fraction; at: string } | null
}

/** The attempt that counts, where one is finished. As JSON: the moment is text. */
type FinishedQuiz = {
  submittedAt: string
  /** Items that a machine can check. */
  practisable: number
  recalls: { kind: RecallKind; isEnded: boolean }[]
}

type Row = (HomeRow | { assignmentId: null }) & {
  waitingFor: string[]
  classCount: number
  openedNames: OpenedName[] | null
}

const CHECKED_TYPES = itemTypeNames.filter((name) => !itemTypeOf(name).isGradedByHand)

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
        WHERE rs."revisionId" = lv."revisionId" AND rs."sentenceId" = rp."sentenceId") AS place,
      (SELECT json_build_object('submittedAt', f."submittedAt",
          'practisable', (SELECT count(*)::int FROM "AttemptItem" i JOIN "ItemVersion" v ON v.id = i."itemVersionId"
            WHERE i."attemptId" = f.id AND v.level <> 'my_view' AND v.type = ANY($2)),
          'recalls', (SELECT coalesce(json_agg(json_build_object('kind', h.kind, 'isEnded', h."endedAt" IS NOT NULL)), '[]')
            FROM "Rehearsal" h JOIN "Attempt" ha ON ha.id = h."attemptId"
            WHERE ha."assignmentId" = a.id AND ha."enrolmentId" = e.id AND h.kind <> 'retry'))
        FROM "Attempt" f WHERE f."assignmentId" = a.id AND f."enrolmentId" = e.id AND f.state = 'submitted'
        ORDER BY f.number DESC LIMIT 1) AS finished,
      (SELECT jsonb_build_object('before', l->'before', 'after', l->'after', 'at', b."createdAt")
        FROM "ScoringBatch" b CROSS JOIN jsonb_array_elements(b.after->'lines') l
        WHERE b."assignmentId" = a.id AND l->>'enrolmentId' = e.id::text
        ORDER BY b.id DESC LIMIT 1) AS "scoreChange"
    FROM mine e
    JOIN "Assignment" a ON a."classId" = e."classId" AND a."archivedAt" IS NULL
    ${FACT_JOINS}
    WHERE e.state = 'active')
  SELECT due.*, w."waitingFor", w."classCount", ${unseenOpenings("$1")} AS "openedNames"
  FROM (SELECT coalesce(array_agg(name ORDER BY name) FILTER (WHERE state = 'pending'), '{}') AS "waitingFor",
               count(*) FILTER (WHERE state = 'active')::int AS "classCount" FROM mine) w
  LEFT JOIN due ON true`

/** Everything on a student's home, in one trip. */
export async function loadHome(viewer: Viewer, now: Date): Promise<Home> {
  const statement = { name: "home", text: HOME, values: [viewer.userId, CHECKED_TYPES] }
  const { rows } = await pool().query<Row>(statement)
  const given = rows.flatMap((row) => (row.assignmentId === null ? [] : [row]))
  return {
    assignments: given.map((row) => homeAssignment(row, now)),
    recalls: given.flatMap((row) => recallOffer(row, now, viewer.school.timeZone) ?? []),
    waitingFor: rows[0]?.waitingFor ?? [],
    classCount: rows[0]?.classCount ?? 0,
    openedNames: rows[0]?.openedNames ?? [],
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
    ownPostBy: facts.ownPosts === 0 && facts.ownPostBy && now < facts.ownPostBy ? facts.ownPostBy : null,
    excused,
    nudgedAt: row.nudgedAt && showsNudge(row.nudgedAt, now) ? row.nudgedAt : null,
    window: windowState(facts, now),
    steps,
    started: row.readingStarted || row.attemptId !== null || steps.some((step) => step.state === "done"),
    resultsOut: row.itemCount > 0 && resultsOut(row, terms, now),
    scoreChange: scoreChange(row, terms, now),
    sentencesRead: row.sentencesRead,
    paragraphs: row.paragraphs ?? [],
    place: row.place,
  }
}

function recallOffer(row: HomeRow, now: Date, timeZone: string): RecallOffer | null {
  const terms = termsOf(row)
  const { finished } = row
  if (!finished || finished.practisable === 0 || terms.excused || !resultsOut(row, terms, now)) return null
  const since = recallSince(new Date(finished.submittedAt), firstReleasedAt(releaseFactsOf(row, terms), now))
  const ended = finished.recalls.filter(({ isEnded }) => isEnded).map(({ kind }) => kind)
  const kind = dueRecall({ since, ended }, now, timeZone)
  if (!kind) return null
  const isBegun = finished.recalls.some((one) => one.kind === kind)
  return { assignmentId: row.assignmentId, title: row.title, kind, isBegun }
}

const DAY = 86_400_000
/** For how long home says that a score changed; by the question it stays said. */
const DAYS_SAID = 7

/** Of a score that was out when it changed: before that there is nothing a student would compare with. */
function scoreChange(row: HomeRow, terms: OwnTerms, now: Date): HomeAssignment["scoreChange"] {
  const change = row.scoreChange && { ...row.scoreChange, at: new Date(row.scoreChange.at) }
  if (!change || now.getTime() - change.at.getTime() > DAYS_SAID * DAY) return null
  const since = firstReleasedAt(releaseFactsOf(row, terms), now)
  return resultsOut(row, terms, now) && (since === null || since <= change.at) ? change : null
}

const resultsOut = (row: HomeRow, terms: OwnTerms, now: Date): boolean =>
  decideRelease(releaseFactsOf(row, terms), now).released
