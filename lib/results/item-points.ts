import { type Fraction, times } from "@/lib/quiz/fraction"
import { isAnswered } from "./analyse-items"
import type { AnswerFacts, ItemFacts } from "./results-facts"

/** Points of one answer. Null: not answered, not scored yet, or nothing is right or wrong there. */
export function itemPoints(
  item: Pick<ItemFacts, "isKeyed" | "points">,
  answer: AnswerFacts | undefined,
): Fraction | null {
  if (!item.isKeyed || !answer || answer.numerator === null || answer.denominator === null) return null
  if (!isAnswered(answer)) return null
  return times({ numerator: answer.numerator, denominator: answer.denominator }, item.points)
}

/**
 * Points that one attempt can earn: of a pool as many items as it draws, which are worth the same each (a lesson whose
 * pools are not so cannot be assigned).
 */
export function pointsPossible(items: readonly Pick<ItemFacts, "isKeyed" | "points" | "pool">[]): number {
  const keyed = items.filter(({ isKeyed }) => isKeyed)
  const always = keyed.filter(({ pool }) => pool === null).reduce((total, { points }) => total + points, 0)
  const pools = new Map(keyed.flatMap(({ pool, points }) => (pool ? [[pool.id, pool.draw * points]] : [])))
  return [...pools.values()].reduce((total, points) => total + points, always)
}
