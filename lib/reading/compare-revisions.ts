import type { SentenceView } from "@/lib/reading/sentences"

export type RevisionChanges = {
  /** Sentences of the newer revision that the older one lacks. */
  added: SentenceView[]
  /** Sentences of the older revision that the newer one lacks. */
  removed: SentenceView[]
  /** Sentences with the same words, wherever they stand now. */
  keptCount: number
}

/** What changed from one revision to another, by sentence id: an id stays only while its words stay. */
export function compareRevisions(
  older: readonly SentenceView[],
  newer: readonly SentenceView[],
): RevisionChanges {
  const before = new Set(older.map(({ id }) => id))
  const after = new Set(newer.map(({ id }) => id))
  return {
    added: newer.filter(({ id }) => !before.has(id)),
    removed: older.filter(({ id }) => !after.has(id)),
    keptCount: newer.filter(({ id }) => before.has(id)).length,
  }
}
