/** frozen: every discussion of the class can only be read. locked: in this thread nobody but staff writes. */
export type HaltKind = "frozen" | "locked"

/** Why nothing can be written now. `since` in milliseconds since 1970. */
export type HaltView = { kind: HaltKind; reason: string; since: number }

/** What is known of a class and a thread. A thread that nobody has written in, and is not locked, has nulls. */
export type HaltFacts = {
  frozenAt: Date | null
  frozenFor: string | null
  lockedAt: Date | null
  lockedFor: string | null
}

/** What stops writing at a place: a freeze before a lock, since it holds for everybody. */
export function haltOf({ frozenAt, frozenFor, lockedAt, lockedFor }: HaltFacts): HaltView | null {
  if (frozenAt) return { kind: "frozen", reason: frozenFor ?? "", since: frozenAt.getTime() }
  if (lockedAt) return { kind: "locked", reason: lockedFor ?? "", since: lockedAt.getTime() }
  return null
}

/** Does it stop this person? A freeze stops staff as well: what is frozen is as it was. */
export const isStopped = (halt: HaltKind | null, isStaff: boolean): boolean =>
  halt === "frozen" || (halt === "locked" && !isStaff)
