import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"

/** Whoever holds this session, if they may make readings: for route handlers, which have no page around them. */
export async function requireTeacher(tokenHash: Buffer): Promise<Decision<Viewer>> {
  const viewer = await loadViewerByToken(tokenHash)
  if (!viewer) return refuse("unauthenticated", "common.signedOut")
  return can(viewer, "reading.create") ? allow(viewer) : refuse("forbidden", "reading.teachersOnly")
}
