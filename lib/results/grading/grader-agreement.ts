import { type Grade, levelGiven, type Rubric } from "@/lib/quiz/rubric"

/** Below so many answers that two have graded, a coefficient says more of chance than of the graders. */
export const FEWEST_FOR_KAPPA = 10

/** Two grades of one answer, each given without seeing the other. */
export type GradePair = { first: Pick<Grade, "levels">; second: Pick<Grade, "levels"> }

export type CriterionAgreement = {
  criterionId: string
  title: string
  /** Answers to which both gave a level that the rubric still has, and to how many the same. */
  n: number
  same: number
  /** Quadratic-weighted kappa, -1 to 1. Null: fewer than `FEWEST_FOR_KAPPA`, or both gave one level throughout. */
  kappa: number | null
}

export type GraderAgreement = { n: number; same: number; criteria: CriterionAgreement[] }

/** How far two graders agree: on whole answers, and criterion by criterion. */
export function graderAgreement({ criteria }: Rubric, pairs: readonly GradePair[]): GraderAgreement {
  const places = criteria.map((criterion) => ({
    criterion,
    pairs: pairs.flatMap(({ first, second }) => {
      const [one, other] = [first, second].map((grade) => {
        const level = levelGiven(criterion, grade)
        return level ? criterion.levels.indexOf(level) : null
      })
      return one == null || other == null ? [] : [[one, other] as const]
    }),
  }))
  return {
    n: pairs.length,
    same: pairs.filter(({ first, second }) =>
      criteria.every(({ id }) => first.levels[id] !== undefined && first.levels[id] === second.levels[id]),
    ).length,
    criteria: places.map(({ criterion, pairs: own }) => ({
      criterionId: criterion.id,
      title: criterion.title,
      n: own.length,
      same: own.filter(([one, other]) => one === other).length,
      kappa: own.length < FEWEST_FOR_KAPPA ? null : weightedKappa(crossTable(own, criterion.levels.length)),
    })),
  }
}

/** How often the first grader gave the row's level and the second the column's. */
function crossTable(pairs: readonly (readonly [number, number])[], size: number): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const [row, column] of pairs) {
    const line = table[row]
    if (line) line[column] = (line[column] ?? 0) + 1
  }
  return table
}

/**
 * Cohen's weighted kappa with quadratic weights of disagreement, (i - j)² / (k - 1)²: one less what was observed over what
 * chance would give with the same margins. Levels count as equally far apart. Null where chance could not disagree.
 * J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit",
 * Psychological Bulletin 70 (1968) 213-220.
 */
export function weightedKappa(table: readonly (readonly number[])[]): number | null {
  const far = (table.length - 1) ** 2
  const weight = (row: number, column: number) => (row - column) ** 2 / far
  const rows = table.map((line) => total(line))
  const columns = table.map((_, at) => total(table.map((line) => line[at] ?? 0)))
  const n = total(rows)
  if (n === 0 || far === 0) return null
  const sumOver = (share: (row: number, column: number) => number) =>
    total(rows.flatMap((_, row) => columns.map((__, column) => weight(row, column) * share(row, column))))
  const observed = sumOver((row, column) => (table[row]?.[column] ?? 0) / n)
  const expected = sumOver((row, column) => ((rows[row] ?? 0) * (columns[column] ?? 0)) / (n * n))
  return expected === 0 ? null : 1 - observed / expected
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
