import { type Fraction, times } from "@/lib/quiz/fraction"
import { isAnswered } from "./analysis/answer-state"
import { groupBy } from "./group-by"
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
 * Points that one attempt can earn. Where a pool draws some of its items, these are worth the same each: a lesson that is
 * not so cannot be assigned.
 */
export function pointsPossible(items: readonly Pick<ItemFacts, "isKeyed" | "points" | "pool">[]): number {
  const keyed = items.filter(({ isKeyed }) => isKeyed)
  const always = keyed.filter(({ pool }) => pool === null).reduce((total, { points }) => total + points, 0)
  const pools = groupBy(
    keyed.flatMap(({ pool, points }) => (pool ? [{ ...pool, points }] : [])),
    ({ id }) => id,
  )
  return [...pools.values()].reduce((total, own) => total + poolPoints(own), always)
}

const poolPoints = (own: readonly { draw: number; points: number }[]): number =>
  own.slice(0, own[0]?.draw).reduce((total, { points }) => total + points, 0)
