/** One answer as it arrives. A null value takes the answer back. */
export type SaveRequest = { itemId: string; saveNumber: number; value: unknown }

/** What is kept for an item now; null where nothing is. */
export type KeptAnswer = { saveNumber: number; value: unknown; savedAt: Date }

export type SaveContext = {
  /** The attempt was handed in by the student or the teacher: nothing more is taken. */
  handedIn: boolean
  /** The deadline has passed, or the attempt was closed at it. */
  late: boolean
  now: Date
}

export type SaveDecision =
  /** Becomes the answer that counts. */
  | { outcome: "saved"; savedAt: Date }
  /** Was saved before, word for word: nothing changes. */
  | { outcome: "repeated"; savedAt: Date }
  /** A greater save number is here already. */
  | { outcome: "stale"; kept: KeptAnswer }
  /** The same save number came with another value, from another device: both are kept, the first one counts. */
  | { outcome: "conflict"; kept: KeptAnswer }
  /** After the deadline: kept apart, unscored until the teacher accepts it. */
  | { outcome: "late"; savedAt: Date }
  | { outcome: "refused" }

/**
 * What becomes of one save. The statement in server/save-statement.ts does the same in one trip; a test on a real
 * database holds the two together.
 */
export function decideSave(
  request: SaveRequest,
  kept: KeptAnswer | null,
  context: SaveContext,
): SaveDecision {
  if (context.handedIn) return { outcome: "refused" }
  const sameNumber = kept !== null && kept.saveNumber === request.saveNumber
  if (kept && sameNumber && sameJson(kept.value, request.value))
    return { outcome: "repeated", savedAt: kept.savedAt }
  if (context.late) return { outcome: "late", savedAt: context.now }
  if (kept && sameNumber) return { outcome: "conflict", kept }
  if (kept && kept.saveNumber > request.saveNumber) return { outcome: "stale", kept }
  return { outcome: "saved", savedAt: context.now }
}

/** Equality of JSON values; the order of an object's members says nothing. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => Object.hasOwn(b, name) && sameJson((a as Members)[name], (b as Members)[name]))
}

type Members = Record<string, unknown>
