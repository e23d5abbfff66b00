import { type Fraction, fraction } from "@/lib/quiz/fraction"

export type LatePolicy = {
  /** Percent of the points taken off for each day begun after the student's due date. 0: late work counts in full. */
  latePercentPerDay: number
  /** The most that is taken off, in percent. */
  latePercentMost: number
}

const DAY = 24 * 60 * 60 * 1000

/**
 * Percent of the points that are taken off what was handed in at this moment: a day begins with every 24 hours after
 * the student's own due date. At the due date itself nothing is late. What a teacher reopened is late by the teacher's
 * doing, and loses nothing.
 */
export function latePercent(
  { submittedAt, dueAt, reopened }: { submittedAt: Date; dueAt: Date; reopened: boolean },
  { latePercentPerDay, latePercentMost }: LatePolicy,
): number {
  const late = submittedAt.getTime() - dueAt.getTime()
  if (late <= 0 || reopened) return 0
  return Math.min(latePercentMost, 100, Math.ceil(late / DAY) * latePercentPerDay)
}

/** Points without the percentage that is taken off. Exact; what is below zero already is left as it is. */
export function withoutPercent(earned: Fraction, percent: number): Fraction {
  if (earned.numerator <= 0 || percent === 0) return earned
  return fraction(earned.numerator * (100 - percent), earned.denominator * 100)
}
