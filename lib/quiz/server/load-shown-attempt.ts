import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { type CountingPolicy, countAttempts } from "@/lib/quiz/counted-attempt"
import { sum } from "@/lib/quiz/fraction"
import { earnedPoints, type HowItCounts } from "@/lib/quiz/how-it-counts"
import { countedColumns, countedJoin } from "@/lib/quiz/server/assignment-item-store"
import { isHeldGrade } from "@/lib/quiz/server/held-grade-store"

export type ShownAttempt = { id: string; submittedAt: Date }

type Row = ShownAttempt & {
  number: number
  reopened: boolean
  /** Of every item that is keyed; nulls where no score counts. */
  scores: (HowItCounts & { numerator: number | null; denominator: number | null })[]
}

export type ShownCall = {
  assignmentId: string
  enrolmentId: string
  policy: CountingPolicy
  /** The student's own. */
  dueAt: Date
}

/** The finished attempt that a student is shown, by the rule of the results page. Null where none is finished. */
export async function loadShownAttempt(tx: Transaction, call: ShownCall): Promise<ShownAttempt | null> {
  const { assignmentId, enrolmentId, policy, dueAt } = call
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.number, a."submittedAt", a."reopenedAt" IS NOT NULL AS reopened,
      coalesce((SELECT jsonb_agg(to_jsonb(c)) FROM (
        SELECT ${Prisma.raw(countedColumns("v"))}, s.numerator, s.denominator
        FROM "AttemptItem" i JOIN "ItemVersion" v ON v.id = i."itemVersionId" AND v.level <> 'my_view'
        ${Prisma.raw(countedJoin('a."assignmentId"', "v"))}
        LEFT JOIN LATERAL (
          SELECT n.numerator, n.denominator FROM (SELECT * FROM "Scoring" l
            WHERE l."attemptId" = a.id AND l."itemId" = i."itemId" ORDER BY l.id DESC LIMIT 1) n
          WHERE NOT ${Prisma.raw(isHeldGrade("n", 'a."assignmentId"'))}) s ON true
        WHERE i."attemptId" = a.id) c), '[]') AS scores
    FROM "Attempt" a
    WHERE a."assignmentId" = ${assignmentId}::uuid AND a."enrolmentId" = ${enrolmentId}::uuid
      AND a.state = 'submitted'`
  const finished = rows.map(({ scores, ...row }) => ({
    ...row,
    earned: sum(scores.flatMap((score) => earnedPoints(score, shareOf(score)) ?? [])),
  }))
  const shown = countAttempts(finished, policy, dueAt)?.shown
  return rows.find(({ number }) => number === shown) ?? null
}

const shareOf = ({ numerator, denominator }: Row["scores"][number]) =>
  numerator === null || denominator === null ? null : { numerator, denominator }
