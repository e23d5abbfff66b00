import { z } from "zod"
import { type Fraction, fraction } from "@/lib/quiz/fraction"

/** A share of an item's points in percent, as GIFT and Moodle XML write it; below zero where an answer costs something. */
export const percent = z.number().min(-100).max(100)

export const WHOLE = 100

/** Decimal places of a percentage that count: Moodle writes a third as 33.33333. */
const PLACES = 5
/** Up to this denominator a percentage written short is the fraction it is short for. */
const MOST_PARTS = 9
/** How far from it, in percent: 33.33 is a third, 33.3 is not. */
const SHORT_BY = 0.005
/**
 * The finest share of an item: what is finer is rounded down to it. Every single percentage is at most so fine; only odd
 * ones together with odd weights are finer. It keeps a share within its column, and the sum of many within a number.
 */
const FINEST = 10_000_000n

type Exact = { over: bigint; under: bigint }

/** The share that a percentage stands for, exactly: 33.33333 is a third, as the format that wrote it meant. */
export function shareOfPercent(value: number): Fraction {
  const { over, under } = exact(value)
  return fraction(Number(over), Number(under))
}

function exact(value: number): Exact {
  for (let under = 1; under <= MOST_PARTS; under++) {
    const over = Math.round((value * under) / WHOLE)
    if (Math.abs((over * WHOLE) / under - value) < SHORT_BY) return lowest(BigInt(over), BigInt(under))
  }
  const scale = 10 ** PLACES
  return lowest(BigInt(Math.round(value * scale)), BigInt(WHOLE * scale))
}

export type Part = { percent: number; weight?: number }

/**
 * What several parts earn together: the mean of their shares by weight, or with weights that are not given, their sum.
 * It is never below nothing nor above the whole, for the item as a whole: a penalty takes from what other parts earned
 * and no more, as Moodle has it of several choices, `min(max(0, fraction), 1)` in question/type/multichoice/question.php.
 * We keep to that for every type, also where Moodle lets a single choice fall below nothing.
 */
export function shareOfParts(parts: readonly Part[]): Fraction {
  const weights = parts.reduce((total, { weight = 0 }) => total + BigInt(weight), 0n)
  let sum: Exact = { over: 0n, under: 1n }
  for (const { percent: value, weight = 1 } of parts) {
    const { over, under } = exact(value)
    sum = lowest(sum.over * under + over * BigInt(weight) * sum.under, sum.under * under)
  }
  const { over, under } = lowest(sum.over, sum.under * (weights > 0n ? weights : 1n))
  if (over <= 0n) return { numerator: 0, denominator: 1 }
  if (over >= under) return { numerator: 1, denominator: 1 }
  if (under <= FINEST) return { numerator: Number(over), denominator: Number(under) }
  return fraction(Number((over * FINEST) / under), Number(FINEST))
}

function lowest(over: bigint, under: bigint): Exact {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b > 0n) [a, b] = [b, a % b]
  return a === 0n ? { over: 0n, under: 1n } : { over: over / a, under: under / a }
}

/** Whether a percentage means the whole: 99.99999 is what three times 33.33333 was written as. */
export const isWholePercent = (value: number): boolean => Math.abs(value - WHOLE) < SHORT_BY

/** The same share for each of `count` parts, as Moodle writes it: 33.33333. */
export const evenPercent = (count: number): number => Number((WHOLE / count).toFixed(PLACES))
