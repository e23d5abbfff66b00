/** Above this many the exact sum has too many terms for a page; the chi-square distribution is then close. */
const MOST_EXACT = 60

/**
 * How surprising counts are where every place is equally likely: the chance of counts at least as uneven, by Pearson's
 * X² = Σ (observed - n/k)² / (n/k) over k places. Exact up to 60 (the multinomial chances of all counts whose X² is as great:
 * K. Pearson, Philosophical Magazine 50, 1900, 157-175, without its approximation); by the chi-square distribution with
 * k - 1 degrees of freedom above. Rises and falls with Σ count², which is whole, so that equal is equal.
 */
export function chanceOfCounts(counts: readonly number[]): number {
  const places = counts.length
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (places < 2 || n === 0) return 1
  const squares = counts.reduce((sum, count) => sum + count * count, 0)
  if (n > MOST_EXACT) return chiSquareTail((places * squares) / n - n, places - 1)
  const logs = logFactorials(Math.max(n, places))
  const log = (of: number) => logs[of] ?? 0
  let chance = 0
  for (const part of partitions(n, places)) {
    if (part.reduce((sum, count) => sum + count * count, 0) < squares) continue
    // Of each way to share out, so many orders, each with its multinomial chance.
    const orders = log(places) - repeats(part).reduce((sum, count) => sum + log(count), 0)
    const one = log(n) - part.reduce((sum, count) => sum + log(count), 0) - n * Math.log(places)
    chance += Math.exp(orders + one)
  }
  return Math.min(1, chance)
}

/** All ways to share n out to k places without regard to their order, the largest first, zeros included. */
function* partitions(n: number, k: number, most = n): Generator<number[]> {
  if (k === 1) {
    if (n <= most) yield [n]
    return
  }
  for (let first = Math.min(n, most); first * k >= n; first--)
    for (const rest of partitions(n - first, k - 1, first)) yield [first, ...rest]
}

function repeats(part: readonly number[]): number[] {
  const times = new Map<number, number>()
  for (const count of part) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times.values()]
}

function logFactorials(upTo: number): number[] {
  const logs = [0]
  for (let of = 1; of <= upTo; of++) logs.push((logs[of - 1] ?? 0) + Math.log(of))
  return logs
}

/**
 * The upper tail of the chi-square distribution, by the series of the lower incomplete gamma function
 * γ(a, x) = x^a e^-x Σ x^i / (a (a+1) … (a+i)), with a = freedom / 2 and half of x (DLMF 8.11.4).
 */
export function chiSquareTail(x: number, freedom: number): number {
  if (x <= 0) return 1
  const [a, half] = [freedom / 2, x / 2]
  let term = 1 / a
  let sum = term
  for (let at = 1; at < 1000 && term > sum * 1e-16; at++) {
    term *= half / (a + at)
    sum += term
  }
  return Math.max(0, 1 - Math.exp(a * Math.log(half) - half - logGamma(freedom)) * sum)
}

/** ln Γ(freedom / 2), up from Γ(1/2) = √π and Γ(1) = 1. */
function logGamma(freedom: number): number {
  let log = freedom % 2 === 1 ? Math.log(Math.PI) / 2 : 0
  for (let at = freedom % 2 === 1 ? 0.5 : 1; at < freedom / 2; at++) log += Math.log(at)
  return log
}
