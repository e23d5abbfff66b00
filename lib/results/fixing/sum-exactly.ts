import type { Fraction } from "@/lib/quiz/fraction"

/** The finest that a sum is told in; what is finer is rounded towards nothing. See `FINEST` of shares. */
const FINEST = 10_000_000n

/**
 * The sum of very many fractions, in whole numbers of any size: the least common denominator of a whole class's scores may be
 * more than a number holds. Exact, unless its own denominator is finer than a ten-millionth.
 */
export function sumExactly(parts: readonly Fraction[]): Fraction {
  let [over, under] = [0n, 1n]
  for (const { numerator, denominator } of parts) {
    over = over * BigInt(denominator) + BigInt(numerator) * under
    under *= BigInt(denominator)
    const shared = divisor(over, under)
    over /= shared
    under /= shared
  }
  if (under > FINEST) [over, under] = [(over * FINEST) / under, FINEST]
  return { numerator: Number(over), denominator: Number(under) }
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x || 1n
}
