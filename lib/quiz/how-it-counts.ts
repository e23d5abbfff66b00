import { type Fraction, times } from "@/lib/quiz/fraction"

/** How an item counts in one assignment: mostly as its lesson says, otherwise as a teacher of the class put it right. */
export type HowItCounts = {
  /** All there are for it, in this assignment. */
  points: number
  /** Counts for nobody, neither earned nor possible. */
  dropped: boolean
  /** Everybody who had it gets all its points, whatever they answered, and also where they left it blank. */
  credited: boolean
}

const ALL: Fraction = { numerator: 1, denominator: 1 }

/**
 * What somebody who had the item earned with it. `share` is what the answer was scored, null where it was not. Null: there
 * is nothing to count. The one rule for the student, the grid, the file and the preview of a change.
 */
export function earnedPoints(
  { points, dropped, credited }: HowItCounts,
  share: Fraction | null,
): Fraction | null {
  if (dropped) return null
  const counted = credited ? ALL : share
  return counted && times(counted, points)
}

/** Points there are for it. */
export const possiblePoints = ({ points, dropped }: HowItCounts): number => (dropped ? 0 : points)
