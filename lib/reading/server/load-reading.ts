import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { compareRevisions, type RevisionChanges } from "@/lib/reading/compare-revisions"
import type { RevisionView } from "@/lib/reading/sentences"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { findReading, type ReadingFacts } from "@/lib/reading/server/store"

export type LoadedReading = ReadingFacts & {
  /** The revision asked for; the newest when none was. */
  revision: RevisionView
  isNewest: boolean
  /** Against the revision before it; null for the first. */
  changes: RevisionChanges | null
}

/** A reading of the viewer's own, or one a shared lesson stands on, at its newest or another revision. */
export async function loadReading(
  viewer: Viewer,
  { readingId, number }: { readingId: string; number?: number },
): Promise<Decision<LoadedReading>> {
  const reading = await findReading(readingId, viewer.userId)
  if (!reading) return refuse("missing", "reading.noReading")
  if (!can(viewer, "reading.see", reading)) return refuse("missing", "reading.noReading")
  const at = number === undefined ? 0 : reading.revisions.findIndex((line) => line.number === number)
  const line = reading.revisions[at]
  const revision = line && (await loadRevision(line.revisionId))
  if (!revision) return refuse("missing", "reading.noReading")
  const before = reading.revisions[at + 1]
  const older = before ? await loadRevision(before.revisionId) : null
  const changes = older ? compareRevisions(older.sentences, revision.sentences) : null
  return allow({ ...reading, revision, isNewest: at === 0, changes })
}
