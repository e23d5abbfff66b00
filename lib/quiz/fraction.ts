/** An exact share. Both are integers, the denominator greater than zero. */
export type Fraction = { numerator: number; denominator: number }

export const NOTHING: Fraction = { numerator: 0, denominator: 1 }

/** In lowest terms, the denominator greater than zero. Throws on a denominator of zero or on numbers that are not whole. */
export function fraction(numerator: number, denominator: number): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0)
    throw new RangeError(`not a fraction: ${numerator}/${denominator}`)
  const sign = denominator < 0 ? -1 : 1
  const divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator)) * sign
  return { numerator: numerator / divisor || 0, denominator: denominator / divisor }
}

/** Over the least denominator that both have, so that the sum of many shares stays within what a number holds exactly. */
export function add(a: Fraction, b: Fraction): Fraction {
  const shared = greatestCommonDivisor(a.denominator, b.denominator)
  const [ofA, ofB] = [b.denominator / shared, a.denominator / shared]
  return fraction(a.numerator * ofA + b.numerator * ofB, a.denominator * ofA)
}

export const times = (a: Fraction, whole: number): Fraction => fraction(a.numerator * whole, a.denominator)

export const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(add, NOTHING)

export const isWhole = (a: Fraction): boolean => fraction(a.numerator, a.denominator).denominator === 1

/** Less than zero when a is smaller, zero when they are the same share, greater than zero otherwise. */
export const compare = (a: Fraction, b: Fraction): number =>
  a.numerator * b.denominator - b.numerator * a.denominator

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a || 1 : greatestCommonDivisor(b, a % b)
}
