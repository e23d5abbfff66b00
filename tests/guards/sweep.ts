import type { Witness } from "./choose-tests"

/** Which guards to leave out of which test: by the test's file, then by its name. */
export type Plan = Record<string, Record<string, string[]>>

/**
 * What came of a test done without a guard. missed: it passed all the same. noticed: it failed, and passed again at once with
 * the guard back in its place. unsure: it failed then as well, so something of the test before was left over.
 */
export type Verdict = { id: string; file: string; name: string; verdict: "noticed" | "missed" | "unsure" }

export type Asked = { id: string; tests: readonly Witness[] }

export function planOf(asked: readonly Asked[]): Plan {
  const plan: Plan = {}
  for (const { id, tests } of asked)
    for (const { file, name } of tests) {
      plan[file] ??= {}
      const ofFile = plan[file]
      ofFile[name] = [...new Set([...(ofFile[name] ?? []), id])]
    }
  return plan
}

/** What a sweep says of each guard. undone: some test did not answer, and none of the others noticed. */
export function sumUp(
  asked: readonly Asked[],
  verdicts: readonly Verdict[],
): Map<string, "noticed" | "missed" | "undone"> {
  const byGuard = new Map<string, Verdict[]>()
  for (const one of verdicts) byGuard.set(one.id, [...(byGuard.get(one.id) ?? []), one])
  return new Map(
    asked.map(({ id, tests }) => {
      const own = byGuard.get(id) ?? []
      if (own.some(({ verdict }) => verdict === "noticed")) return [id, "noticed"]
      const missed = new Set(own.filter(({ verdict }) => verdict === "missed").map(testOf))
      return [id, tests.every((test) => missed.has(testOf(test))) ? "missed" : "undone"]
    }),
  )
}

const testOf = ({ file, name }: Pick<Witness, "file" | "name">): string => `${file}\t${name}`
