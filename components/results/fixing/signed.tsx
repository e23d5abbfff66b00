import type { Fraction } from "@/lib/quiz/fraction"
import { displayPoints } from "@/lib/quiz/score-display"

/** Points gained or lost, with their sign. */
export function Signed({ points: { numerator, denominator } }: { points: Fraction }) {
  const sign = numerator < 0 ? "−" : "+"
  return `${sign}${displayPoints({ numerator: Math.abs(numerator), denominator })}`
}
