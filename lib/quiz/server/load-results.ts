import "server-only"
import { database, pool } from "@/lib/platform/database"
import { buildResults, type QuizResults } from "@/lib/quiz/build-results"
import type { Finding } from "@/lib/quiz/item-type"
import type { Release } from "@/lib/quiz/release"
import type { Pin } from "@/lib/quiz/server/item-cache"
import { loadKeys } from "@/lib/quiz/server/key-store"
import { presentItems } from "@/lib/quiz/server/load-sitting"

type Row = Pin & {
  submittedAt: Date
  endedBy: "student" | "deadline" | "teacher"
  value: unknown
  numerator: number | null
  denominator: number | null
  finding: Finding | null
  appeal:
    | (Omit<OwnAppeal, "createdAt" | "decidedAt"> & { createdAt: string; decidedAt: string | null })
    | null
}

/** What the student said of a score, and what a teacher answered. */
export type OwnAppeal = {
  state: "open" | "upheld" | "declined"
  reason: string
  createdAt: Date
  answer: string | null
  decidedAt: Date | null
}

export type AttemptResults = QuizResults & {
  submittedAt: Date
  endedBy: Row["endedBy"]
  /** By item. */
  appeals: Map<string, OwnAppeal>
}

const RESULTS = `
  SELECT a."submittedAt", a."endedBy", i.position, i."itemId", i."itemVersionId", i."optionSeed",
    r.value, s.numerator, s.denominator, s.finding,
    (SELECT jsonb_build_object('state', p.state, 'reason', p.reason, 'createdAt', p."createdAt", 'answer', p.answer,
        'decidedAt', p."decidedAt")
      FROM "Appeal" p WHERE p."attemptId" = a.id AND p."itemId" = i."itemId") AS appeal
  FROM (SELECT * FROM "Attempt" WHERE "assignmentId" = $1 AND "enrolmentId" = $2 AND state = 'submitted'
    ORDER BY number DESC LIMIT 1) a
  JOIN "AttemptItem" i ON i."attemptId" = a.id
  LEFT JOIN "Response" r ON r."attemptId" = a.id AND r."itemId" = i."itemId"
  LEFT JOIN LATERAL (
    SELECT numerator, denominator, finding FROM "Scoring" s
    WHERE s."attemptId" = a.id AND s."itemId" = i."itemId" ORDER BY s.id DESC LIMIT 1) s ON true
  ORDER BY i.position`

/**
 * The student's newest finished attempt with what was right. Asks for the release that allows it: without one no key
 * is even read. Null where nothing was handed in.
 */
export async function loadResults(
  assignmentId: string,
  enrolmentId: string,
  release: Release,
): Promise<AttemptResults | null> {
  const { rows } = await pool().query<Row>({
    name: "quiz-results",
    text: RESULTS,
    values: [assignmentId, enrolmentId],
  })
  const first = rows[0]
  if (!first) return null
  const versionIds = rows.map(({ itemVersionId }) => itemVersionId)
  const [items, keys] = await Promise.all([presentItems(rows), loadKeys(database(), versionIds)])
  const facts = rows.flatMap((row) => {
    const item = items.find(({ itemId }) => itemId === row.itemId)
    if (!item) return []
    return [
      { item, key: keys.get(row.itemVersionId) ?? null, value: row.value ?? null, scored: scoredOf(row) },
    ]
  })
  const { submittedAt, endedBy } = first
  return { ...buildResults(facts, release), submittedAt, endedBy, appeals: appealsOf(rows) }
}

const appealsOf = (rows: readonly Row[]): AttemptResults["appeals"] =>
  new Map(
    rows.flatMap(({ itemId, appeal }) => {
      if (!appeal) return []
      const { createdAt, decidedAt } = appeal
      const moments = { createdAt: new Date(createdAt), decidedAt: decidedAt ? new Date(decidedAt) : null }
      return [[itemId, { ...appeal, ...moments }] as const]
    }),
  )

function scoredOf({ numerator, denominator, finding }: Row) {
  if (numerator === null || denominator === null || !finding) return null
  return { share: { numerator, denominator }, finding }
}
