import "server-only"

/** A bug as the status page shows it: the same one may have come several times. */
export type RecentBug = {
  /** The number the last person was shown. */
  id: string
  /** What the server was doing, such as the name of a use case. */
  where: string
  route: string | null
  /** The kind of error, with its code. */
  kind: string
  count: number
  /** Of the last time, in milliseconds since 1970. */
  at: number
}

const MOST = 30

// On globalThis, because Next and the front server load their own copies of this file.
const holder = globalThis as typeof globalThis & { colloquyBugs?: Map<string, RecentBug> }
const bugs = (): Map<string, RecentBug> => {
  holder.colloquyBugs ??= new Map()
  return holder.colloquyBugs
}

/** Keeps a bug in memory for the status page; the same again, from the same place, is counted. */
export function rememberBug(bug: Omit<RecentBug, "count"> & { thrownAt: string }): void {
  const { thrownAt, ...shown } = bug
  const key = [shown.route, shown.where, shown.kind, thrownAt].join("\n")
  const before = bugs().get(key)
  // Taken out first, so that the map stays in the order of the last time.
  bugs().delete(key)
  bugs().set(key, { ...shown, count: (before?.count ?? 0) + 1 })
  const oldest = bugs().keys().next().value
  if (bugs().size > MOST && oldest !== undefined) bugs().delete(oldest)
}

/** The bugs of this process since it started, the last one first. */
export const recentBugs = (): RecentBug[] => [...bugs().values()].reverse()
