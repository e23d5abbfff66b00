import "server-only"
import { LRUCache } from "lru-cache"
import type { RevisionView } from "@/lib/reading/sentences"
import { findRevision } from "@/lib/reading/server/store"

/** About 32 MB of text: a revision never changes, so what is kept is never stale. */
const kept = new LRUCache<string, RevisionView>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: (revision) => revision.html.length * 4 + 1000,
})

/**
 * A revision with its sentences, or null where there is none. Kept in the process. The caller has made sure that the
 * viewer may see it.
 */
export async function loadRevision(revisionId: string): Promise<RevisionView | null> {
  const known = kept.get(revisionId)
  if (known) return known
  const revision = await findRevision(revisionId)
  if (revision) kept.set(revisionId, revision)
  return revision
}
