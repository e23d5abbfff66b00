import { coScatter, scatter } from "./exact-sums"
import { type Interval, Z_95 } from "./wilson-interval"

/** So near to one that the distance to it is rounding. */
const PERFECT = 1 - 1e-12

/**
 * Pearson's product-moment correlation of whole numbers, from -1 to 1. Null where it is not defined: one of the two is
 * the same for everybody. With a right-or-wrong item it is what textbooks call the point-biserial correlation.
 * K. Pearson, Proceedings of the Royal Society 58 (1895), 240-242.
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [spreadX, spreadY] = [scatter(xs), scatter(ys)]
  if (spreadX === 0 || spreadY === 0) return null
  const r = coScatter(xs, ys) / (Math.sqrt(spreadX) * Math.sqrt(spreadY))
  return Math.min(1, Math.max(-1, r)) || 0
}

/**
 * 95% interval of a correlation by Fisher's z: atanh r is nearly normal with a standard error of 1/√(n − 3).
 * R. A. Fisher, Metron 1 (1921), 3-32. Null with fewer than four students, and where the correlation is perfect: there
 * the formula says that nothing is uncertain, which is not so.
 */
export function fisherInterval(r: number, n: number): Interval | null {
  if (n < 4 || Math.abs(r) > PERFECT) return null
  const [z, half] = [Math.atanh(r), Z_95 / Math.sqrt(n - 3)]
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) }
}
