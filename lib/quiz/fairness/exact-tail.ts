/**
 * The exact chance that at least `count` of independent trials succeed, each with a chance of its own: the upper tail of
 * the Poisson binomial distribution, by adding one trial after the other.
 */
export function atLeast(count: number, chances: readonly number[]): number {
  // exactly[i]: the chance of i successes so far.
  let exactly = [1]
  for (const chance of chances) {
    const next = Array.from({ length: exactly.length + 1 }, () => 0)
    for (const [hits, weight] of exactly.entries()) {
      next[hits] = (next[hits] ?? 0) + weight * (1 - chance)
      next[hits + 1] = (next[hits + 1] ?? 0) + weight * chance
    }
    exactly = next
  }
  return Math.min(
    1,
    exactly.slice(count).reduce((sum, weight) => sum + weight, 0),
  )
}
