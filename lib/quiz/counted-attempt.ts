import { compare, type Fraction, fraction, sum } from "@/lib/quiz/fraction"
import { type LatePolicy, latePercent, withoutPercent } from "@/lib/quiz/late-penalty"

/** Which of a student's finished attempts counts, and what is taken off late ones. */
export type CountingPolicy = LatePolicy & { countedAttempt: "newest" | "best" | "mean" }

/** A finished attempt with what its items earned, before anything is taken off. */
export type FinishedAttempt = {
  number: number
  submittedAt: Date
  reopened: boolean
  earned: Fraction
}

/** An attempt with what it counts for, and the percentage that was taken off. */
export type CountedLine = { number: number; submittedAt: Date; earned: Fraction; latePercent: number }

export type Counted = {
  /** Number of the attempt whose answers are shown: the best, or the newest. */
  shown: number
  /** What the quiz counts for: that attempt's points, or the mean of all. */
  earned: Fraction
  /** Percent taken off the attempt that is shown. */
  latePercent: number
  /** Every finished attempt, oldest first. */
  lines: CountedLine[]
}

/**
 * What a student's finished attempts come to. The best is the one that counts for most after lateness, of several alike
 * the newest; the mean is exact. Null where none is finished. The same for the screen, the file and the student.
 */
export function countAttempts(
  attempts: readonly FinishedAttempt[],
  policy: CountingPolicy,
  dueAt: Date,
): Counted | null {
  const lines = [...attempts].sort((one, other) => one.number - other.number).map(lineOf)
  const newest = lines.at(-1)
  if (!newest) return null
  const best = lines.reduce((so, line) => (compare(line.earned, so.earned) >= 0 ? line : so))
  const chosen = policy.countedAttempt === "best" ? best : newest
  const earned = policy.countedAttempt === "mean" ? mean(lines) : chosen.earned
  return { shown: chosen.number, earned, latePercent: chosen.latePercent, lines }

  function lineOf({ number, submittedAt, reopened, earned }: FinishedAttempt): CountedLine {
    const percent = latePercent({ submittedAt, dueAt, reopened }, policy)
    return { number, submittedAt, earned: withoutPercent(earned, percent), latePercent: percent }
  }
}

function mean(lines: readonly CountedLine[]): Fraction {
  const total = sum(lines.map(({ earned }) => earned))
  return fraction(total.numerator, total.denominator * lines.length)
}
