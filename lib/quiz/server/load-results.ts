import "server-only"
import { database, pool } from "@/lib/platform/database"
import { isKeyed } from "@/lib/quiz/authored-item"
import { buildResults, type QuizResults } from "@/lib/quiz/build-results"
import type { Confidence } from "@/lib/quiz/confidence"
import {
  type Counted,
  type CountingPolicy,
  countAttempts,
  type FinishedAttempt,
} from "@/lib/quiz/counted-attempt"
import { type Fraction, sum } from "@/lib/quiz/fraction"
import { earnedPoints, type HowItCounts } from "@/lib/quiz/how-it-counts"
import type { Finding, ItemLevel } from "@/lib/quiz/item-type"
import type { Release } from "@/lib/quiz/release"
import { rubric } from "@/lib/quiz/rubric"
import { countedColumns, countedJoin } from "@/lib/quiz/server/assignment-item-store"
import { isHeldGrade } from "@/lib/quiz/server/held-grade-store"
import type { Pin } from "@/lib/quiz/server/item-cache"
import { loadKeys } from "@/lib/quiz/server/key-store"
import { presentItems } from "@/lib/quiz/server/load-sitting"

type Row = Pin &
  HowItCounts & {
    number: number
    submittedAt: Date
    reopened: boolean
    level: ItemLevel
    endedBy: "student" | "deadline" | "teacher"
    value: unknown
    confidence: Confidence | null
    numerator: number | null
    denominator: number | null
    finding: Finding | null
    /** By which a grade was given, where the key has been revised since. */
    gradedRubric: unknown
    /** Under a grade that the student may see. */
    replies: { id: string; fromStudent: boolean; body: string; createdAt: string }[] | null
    appeal:
      | (Omit<OwnAppeal, "createdAt" | "decidedAt"> & { createdAt: string; decidedAt: string | null })
      | null
    fix: (Omit<ToldFix, "at"> & { at: string }) | null
  }

/** What a teacher last put right, or took back, about an item after it was handed in. */
export type ToldFix = {
  kind: "rekey" | "accept" | "credit" | "drop" | "points"
  isUndo: boolean
  at: Date
  /** What the quiz counted for, where that changed; null where it did not. */
  line: { before: Fraction; after: Fraction } | null
}

/** What the student said of a score, and what a teacher answered. */
export type OwnAppeal = {
  state: "open" | "upheld" | "declined"
  reason: string
  createdAt: Date
  answer: string | null
  decidedAt: Date | null
}

/** Words about the comment on a grade: the student's, or a teacher's answer. */
export type OwnReply = { id: string; fromStudent: boolean; body: string; createdAt: Date }

export type AttemptResults = QuizResults & {
  submittedAt: Date
  endedBy: Row["endedBy"]
  /** What the quiz counts for, and which attempt is shown. */
  counted: Counted
  /** By item. */
  appeals: Map<string, OwnAppeal>
  /** By item, oldest first; none where no grade may be seen. */
  replies: Map<string, OwnReply[]>
  /** By item. */
  fixes: Map<string, ToldFix>
}

export type ResultsCall = {
  assignmentId: string
  enrolmentId: string
  policy: CountingPolicy
  /** The student's own. */
  dueAt: Date
  release: Release
}

const RESULTS = `
  SELECT a.number, a."submittedAt", a."reopenedAt" IS NOT NULL AS reopened, a."endedBy", v.level, ${countedColumns("v")}, i.position, i."itemId", i."itemVersionId", i."optionSeed",
    r.value, r.confidence, s.numerator, s.denominator, s.finding,
    (SELECT jsonb_build_object('state', p.state, 'reason', p.reason, 'createdAt', p."createdAt", 'answer', p.answer,
        'decidedAt', p."decidedAt")
      FROM "Appeal" p WHERE p."attemptId" = a.id AND p."itemId" = i."itemId") AS appeal,
    CASE WHEN s.finding ? 'grade' THEN (
      SELECT jsonb_build_object('criteria', k.key->'rubric'->'criteria') FROM "ItemKey" k WHERE k."itemVersionId" = i."itemVersionId"
        AND k."keyRevision" = s."keyRevision") END AS "gradedRubric",
    CASE WHEN s.finding ? 'grade' THEN (
      SELECT jsonb_agg(jsonb_build_object('id', y.id, 'fromStudent', y."fromStudent", 'body', y.body,
        'createdAt', y."createdAt") ORDER BY y."createdAt", y.id)
      FROM "GradeReply" y WHERE y."attemptId" = a.id AND y."itemId" = i."itemId") END AS replies,
    (SELECT jsonb_build_object('kind', b.kind, 'isUndo', b."undoesBatchId" IS NOT NULL, 'at', b."createdAt", 'line', (
        SELECT jsonb_build_object('before', l->'before', 'after', l->'after')
        FROM jsonb_array_elements(b.after->'lines') l WHERE l->>'enrolmentId' = a."enrolmentId"::text))
      FROM "ScoringBatch" b WHERE b."assignmentId" = $1 AND b."itemId" = i."itemId" AND b."createdAt" >= a."submittedAt"
      ORDER BY b.id DESC LIMIT 1) AS fix
  FROM (SELECT * FROM "Attempt" WHERE "assignmentId" = $1 AND "enrolmentId" = $2 AND state = 'submitted'
    ORDER BY number DESC LIMIT $3) a
  JOIN "AttemptItem" i ON i."attemptId" = a.id
  JOIN "ItemVersion" v ON v.id = i."itemVersionId"
  ${countedJoin("$1", "v")}
  LEFT JOIN "Response" r ON r."attemptId" = a.id AND r."itemId" = i."itemId"
  LEFT JOIN LATERAL (
    SELECT n.* FROM (SELECT * FROM "Scoring" c
      WHERE c."attemptId" = a.id AND c."itemId" = i."itemId" ORDER BY c.id DESC LIMIT 1) n
    WHERE NOT ${isHeldGrade("n", "$1")}) s ON true
  ORDER BY a.number, i.position`

/**
 * The attempt of a student that is shown, with what was right, and what the quiz counts for. Asks for the release that
 * allows it: without one no key is even read. Null where nothing was handed in.
 */
export async function loadResults(call: ResultsCall): Promise<AttemptResults | null> {
  const { assignmentId, enrolmentId, policy, dueAt, release } = call
  const { rows: all } = await pool().query<Row>({
    name: "quiz-results",
    text: RESULTS,
    // Others need not be looked at where the newest counts.
    values: [assignmentId, enrolmentId, policy.countedAttempt === "newest" ? 1 : null],
  })
  const counted = countAttempts(finishedOf(all), policy, dueAt)
  const rows = all.filter(({ number }) => number === counted?.shown)
  const first = rows[0]
  if (!first || !counted) return null
  const versionIds = rows.map(({ itemVersionId }) => itemVersionId)
  const [items, keys] = await Promise.all([
    presentItems(rows),
    loadKeys(database(), versionIds, assignmentId),
  ])
  const facts = rows.flatMap((row) => {
    const item = items.find(({ itemId }) => itemId === row.itemId)
    if (!item) return []
    return [
      {
        item: { ...item, points: row.points },
        counts: { dropped: row.dropped, credited: row.credited },
        key: keys.get(row.itemVersionId) ?? null,
        value: row.value ?? null,
        confidence: row.confidence,
        scored: scoredOf(row),
        earlierRubric: rubric.safeParse(row.gradedRubric).data ?? null,
      },
    ]
  })
  const { submittedAt, endedBy } = first
  const beside = { appeals: appealsOf(rows), replies: repliesOf(rows), fixes: fixesOf(rows) }
  return { ...buildResults(facts, release), submittedAt, endedBy, counted, ...beside }
}

/** The attempts that the rows are of, with what their items earned. */
function finishedOf(rows: readonly Row[]): FinishedAttempt[] {
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return numbers.flatMap((number) => {
    const own = rows.filter((row) => row.number === number)
    const [first] = own
    if (!first) return []
    const { submittedAt, reopened } = first
    return [{ number, submittedAt, reopened, earned: sum(own.flatMap((row) => earnedOf(row) ?? [])) }]
  })
}

const earnedOf = (row: Row) => (isKeyed(row.level) ? earnedPoints(row, scoredOf(row)?.share ?? null) : null)

const appealsOf = (rows: readonly Row[]): AttemptResults["appeals"] =>
  new Map(
    rows.flatMap(({ itemId, appeal }) => {
      if (!appeal) return []
      const { createdAt, decidedAt } = appeal
      const moments = { createdAt: new Date(createdAt), decidedAt: decidedAt ? new Date(decidedAt) : null }
      return [[itemId, { ...appeal, ...moments }] as const]
    }),
  )

const repliesOf = (rows: readonly Row[]): AttemptResults["replies"] =>
  new Map(
    rows.flatMap(({ itemId, replies }) =>
      replies
        ? [[itemId, replies.map((one) => ({ ...one, createdAt: new Date(one.createdAt) }))] as const]
        : [],
    ),
  )

const fixesOf = (rows: readonly Row[]): AttemptResults["fixes"] =>
  new Map(
    rows.flatMap(({ itemId, fix }) => (fix ? [[itemId, { ...fix, at: new Date(fix.at) }] as const] : [])),
  )

function scoredOf({ numerator, denominator, finding }: Row) {
  if (numerator === null || denominator === null || !finding) return null
  return { share: { numerator, denominator }, finding }
}
