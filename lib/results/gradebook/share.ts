import type { Fraction } from "@/lib/quiz/fraction"

/**
 * An exact share without bounds: sixty assignments with odd totals have a common denominator that no plain number holds.
 * The denominator is greater than zero. Not always in lowest terms: see `reduced`.
 */
export type Share = { readonly top: bigint; readonly bottom: bigint }

export const NO_SHARE: Share = { top: 0n, bottom: 1n }

/** Points earned of points that can be had. Throws where none can be had. */
export function shareOf(earned: Fraction, possible: number): Share {
  if (possible <= 0) throw new RangeError(`nothing can be earned of ${possible}`)
  return { top: BigInt(earned.numerator), bottom: BigInt(earned.denominator) * BigInt(possible) }
}

/** Less than zero when a is smaller, zero when they are the same share, greater than zero otherwise. */
export function compareShares(a: Share, b: Share): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function reduced({ top, bottom }: Share): Share {
  const divisor = commonDivisor(top < 0n ? -top : top, bottom)
  return { top: top / divisor, bottom: bottom / divisor }
}

export const weigh = ({ top, bottom }: Share, weight: number): Share => ({
  top: top * BigInt(weight),
  bottom,
})

/** The mean, or with `weight` the sum divided by that. Null of nothing. */
export function meanShare(shares: readonly Share[], weight = shares.length): Share | null {
  if (shares.length === 0 || weight === 0) return null
  const { top, bottom } = sumOf(shares)
  return reduced({ top, bottom: bottom * BigInt(weight) })
}

/** First those over the same denominator, which is what most are: the costly step is then taken a few times, not often. */
function sumOf(shares: readonly Share[]): Share {
  const over = new Map<bigint, bigint>()
  for (const { top, bottom } of shares) over.set(bottom, (over.get(bottom) ?? 0n) + top)
  let sum = NO_SHARE
  for (const [bottom, top] of over) {
    const shared = commonDivisor(sum.bottom, bottom)
    sum = {
      top: sum.top * (bottom / shared) + top * (sum.bottom / shared),
      bottom: sum.bottom * (bottom / shared),
    }
  }
  return sum
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a, b]
  while (other !== 0n) [one, other] = [other, one % other]
  return one || 1n
}

/**
 * The one place where a share is rounded: percent to one decimal, halves up, and never up to a whole hundred that was
 * not reached. "87.5", "99.9", "100".
 */
export function displayPercent({ top, bottom }: Share): string {
  const sign = top < 0n ? -1n : 1n
  const [size, twice] = [top * sign, bottom * 2n]
  const rounded = (size * 2000n + bottom) / twice
  const tenths = size < bottom && rounded >= 1000n ? 999n : rounded
  const text = tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`
  return sign < 0n && tenths > 0n ? `-${text}` : text
}

/** As a number, for comparing at a glance and drawing only: what is shown is made of the share itself. */
export const roughShare = ({ top, bottom }: Share): number => Number((top * 1_000_000n) / bottom) / 1_000_000
