import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { findReadingsOf, type ReadingLine } from "@/lib/reading/server/store"

/** The viewer's own readings, the newest first. */
export async function listReadings(viewer: Viewer): Promise<Decision<ReadingLine[]>> {
  if (!can(viewer, "reading.create")) return refuse("forbidden", "reading.teachersOnly")
  return allow(await findReadingsOf(viewer.userId))
}
