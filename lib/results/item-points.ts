import type { Fraction } from "@/lib/quiz/fraction"
import { earnedPoints, possiblePoints } from "@/lib/quiz/how-it-counts"
import { isAnswered } from "./analysis/answer-state"
import { groupBy } from "./group-by"
import type { AnswerFacts, ItemFacts } from "./results-facts"

/** What an item's points are worked out of. */
export type CountingItem = Pick<ItemFacts, "isKeyed" | "points" | "dropped" | "credited">

/**
 * Points of one answer to an item that the attempt had. Null: not answered, not scored yet, nothing is right or wrong there,
 * or the item does not count.
 */
export function itemPoints(item: CountingItem, answer: AnswerFacts | undefined): Fraction | null {
  return item.isKeyed ? earnedPoints(item, shareOf(answer)) : null
}

function shareOf(answer: AnswerFacts | undefined): Fraction | null {
  if (!answer || answer.numerator === null || answer.denominator === null) return null
  return isAnswered(answer) ? { numerator: answer.numerator, denominator: answer.denominator } : null
}

/**
 * Points that one attempt can earn. Where a pool draws some of its items, these are worth the same each: a lesson that is
 * not so cannot be assigned.
 */
export function pointsPossible(items: readonly (CountingItem & Pick<ItemFacts, "pool">)[]): number {
  const keyed = items.filter(({ isKeyed, dropped }) => isKeyed && !dropped)
  const always = keyed
    .filter(({ pool }) => pool === null)
    .reduce((total, item) => total + possiblePoints(item), 0)
  const pools = groupBy(
    keyed.flatMap(({ pool, points }) => (pool ? [{ ...pool, points }] : [])),
    ({ id }) => id,
  )
  return [...pools.values()].reduce((total, own) => total + poolPoints(own), always)
}

const poolPoints = (own: readonly { draw: number; points: number }[]): number =>
  own.slice(0, own[0]?.draw).reduce((total, { points }) => total + points, 0)
