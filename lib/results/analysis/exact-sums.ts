/**
 * Sums over whole numbers, exact whatever their order and number, rounded once at the end. So that no scatter is zero
 * exactly where all values are the same, and swapping students changes no figure in its last digit.
 */

/** n·Σxy − Σx·Σy: n² times the covariance of a population. `xs` and `ys` are whole and as many. */
export function coScatter(xs: readonly number[], ys: readonly number[]): number {
  const n = xs.length
  const largest = 2 * n * n * largestOf(xs) * largestOf(ys)
  return largest <= Number.MAX_SAFE_INTEGER ? small(xs, ys) : Number(large(xs, ys))
}

/** n·Σx² − (Σx)²: n² times the variance of a population, zero only where all are the same. */
export const scatter = (xs: readonly number[]): number => coScatter(xs, xs)

/** Whole numbers of up to 2^53 together. */
export const total = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0)

const largestOf = (xs: readonly number[]): number => xs.reduce((most, x) => Math.max(most, Math.abs(x)), 0)

function small(xs: readonly number[], ys: readonly number[]): number {
  let [sumX, sumY, products] = [0, 0, 0]
  for (const [at, x] of xs.entries()) {
    const y = ys[at] ?? 0
    sumX += x
    sumY += y
    products += x * y
  }
  return xs.length * products - sumX * sumY
}

function large(xs: readonly number[], ys: readonly number[]): bigint {
  let [sumX, sumY, products] = [0n, 0n, 0n]
  for (const [at, value] of xs.entries()) {
    const [x, y] = [BigInt(value), BigInt(ys[at] ?? 0)]
    sumX += x
    sumY += y
    products += x * y
  }
  return BigInt(xs.length) * products - sumX * sumY
}
