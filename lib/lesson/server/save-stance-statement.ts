import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveStanceStatementInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"

/** Saves the sentence students take a stance on; null takes the stance steps out of the lesson. */
export function saveStanceStatement(
  viewer: Viewer,
  input: SaveStanceStatementInput,
): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, input.base, async (tx, draft) => {
    const { stanceStatement } = input
    await tx.lessonVersion.update({ where: { id: draft.id }, data: { stanceStatement } })
    return null
  })
}
