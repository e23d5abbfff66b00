/** How groups are asked for: so many, or of so many people. */
export type GroupPlan = { by: "size" | "number"; count: number }

/**
 * How many groups a plan makes of so many people: never an empty one, and by size none larger than asked.
 * None for nobody.
 */
export function groupsFor(people: number, { by, count }: GroupPlan): number {
  if (people === 0) return 0
  const asked = by === "number" ? count : Math.ceil(people / count)
  return Math.max(1, Math.min(asked, people))
}

/** The sizes of so many groups, the larger ones first: they differ by one at most. */
export const sizesOf = (people: number, groups: number): number[] =>
  Array.from({ length: groups }, (_, at) => Math.floor(people / groups) + (at < people % groups ? 1 : 0))

/**
 * People dealt into groups by chance, each into one. Fisher-Yates; `random` is uniform in [0, 1).
 * Sizes as in `sizesOf`.
 */
export function shareOut<T>(people: readonly T[], groups: number, random: () => number): T[][] {
  const mixed = [...people]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[chosen]] = [mixed[chosen] as T, mixed[last] as T]
  }
  let from = 0
  return sizesOf(mixed.length, groups).map((size) => {
    from += size
    return mixed.slice(from - size, from)
  })
}
