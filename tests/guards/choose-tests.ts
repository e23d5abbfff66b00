/** A test that met a guard at work, and how long it took, in milliseconds. */
export type Witness = { file: string; name: string; ms: number }

/** Tests that take longer are asked last, and few of them. In milliseconds. */
const SLOW = 8_000
const MOST_SLOW = 2

/**
 * The tests to ask about a guard: in rounds, quick ones first. `preferred` files come before all others: what they
 * are for is just this kind of guard.
 */
export function chooseTests(
  witnesses: readonly Witness[],
  preferred: readonly string[] = [],
  sizes: readonly number[] = [3, 20],
): Witness[][] {
  const rank = ({ file }: Witness): number => (preferred.includes(file) ? 0 : 1)
  const ordered = [...witnesses].sort((one, other) => rank(one) - rank(other) || one.ms - other.ms)
  const quick = ordered.filter(({ ms }) => ms < SLOW)
  const rounds: Witness[][] = []
  let from = 0
  for (const size of sizes) {
    rounds.push(quick.slice(from, from + size))
    from += size
  }
  const slow = ordered.filter(({ ms }) => ms >= SLOW).slice(0, MOST_SLOW)
  return [...rounds, slow].filter((round) => round.length > 0)
}

/** The pattern of vitest's `--testNamePattern` that means these tests and no other. */
export const patternOf = (tests: readonly Witness[]): string =>
  `^(${[...new Set(tests.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))].join("|")})$`
