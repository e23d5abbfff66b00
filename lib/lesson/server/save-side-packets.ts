import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveSidePacketsInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"

/** Saves the strongest case for the statement and against it; null takes one out. */
export function saveSidePackets(viewer: Viewer, input: SaveSidePacketsInput): Promise<Decision<SavedDraft>> {
  const { base, packetFor, packetAgainst } = input
  return editDraft(viewer, base, async (tx, draft) => {
    await tx.lessonVersion.update({ where: { id: draft.id }, data: { packetFor, packetAgainst } })
    return null
  })
}
