export type Interval = { low: number; high: number }

/** The 97.5th percentile of the standard normal distribution: a two-sided interval of 95%. */
export const Z_95 = 1.959963984540054

/**
 * Wilson's score interval at 95% for `successes` of `n`, as shares from 0 to 1. Without continuity correction:
 * E. B. Wilson, JASA 22 (1927), 209-212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
 * With n = 0 nothing is known: 0 to 1.
 */
export function wilsonInterval(successes: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const share = successes / n
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / n + (Z_95 * Z_95) / (4 * n * n))
  const centre = share + (Z_95 * Z_95) / (2 * n)
  const scale = 1 + (Z_95 * Z_95) / n
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes === n ? 1 : Math.min(1, (centre + spread) / scale),
  }
}
