import { notFound } from "next/navigation"
import { validate } from "uuid"
import type { Viewer } from "@/lib/access/viewer"
import { requireViewer } from "@/lib/platform/session"
import { type LoadedReading, loadReading } from "@/lib/reading/server/load-reading"

/** The reading of an address for a teacher who may see it; "not found" for everybody else's. */
export async function requireReading(
  readingId: string,
  number?: number,
): Promise<{ viewer: Viewer; reading: LoadedReading }> {
  const viewer = await requireViewer(["teacher", "administrator"], `/teach/readings/${readingId}`)
  const reading = validate(readingId) ? await loadReading(viewer, { readingId, number }) : null
  if (!reading?.ok) notFound()
  return { viewer, reading: reading.value }
}
