import { add, compare, type Fraction, NOTHING } from "@/lib/quiz/fraction"
import type { FixStudent } from "./fix-facts"
import { sumExactly } from "./sum-exactly"

/** A student whose score of the quiz changes. */
export type ScoreLine = Pick<FixStudent, "enrolmentId" | "displayName" | "hasLeft"> & {
  before: Fraction
  after: Fraction
  change: Fraction
}

export type ScoreChanges = {
  /** In the order of the students. */
  lines: ScoreLine[]
  /** Students with a finished attempt whose score stays. */
  same: number
  /** All gains together, and all losses, both not below zero. */
  gained: Fraction
  lost: Fraction
}

export function compareScores(
  students: readonly FixStudent[],
  before: ReadonlyMap<string, Fraction>,
  after: ReadonlyMap<string, Fraction>,
): ScoreChanges {
  const scored = students.filter(({ enrolmentId }) => before.has(enrolmentId) || after.has(enrolmentId))
  const lines = scored.flatMap(({ enrolmentId, displayName, hasLeft }): ScoreLine[] => {
    const [was, is] = [before.get(enrolmentId) ?? NOTHING, after.get(enrolmentId) ?? NOTHING]
    if (compare(was, is) === 0) return []
    return [{ enrolmentId, displayName, hasLeft, before: was, after: is, change: add(is, minus(was)) }]
  })
  const changes = lines.map(({ change }) => change)
  return {
    lines,
    same: scored.length - lines.length,
    gained: sumExactly(changes.filter(({ numerator }) => numerator > 0)),
    lost: sumExactly(changes.filter(({ numerator }) => numerator < 0).map(minus)),
  }
}

export const minus = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: -numerator || 0,
  denominator,
})
