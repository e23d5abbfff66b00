import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveGlossaryInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { newId } from "@/lib/platform/ids"

/** Saves the glossary of a lesson, in its order. */
export function saveGlossary(viewer: Viewer, input: SaveGlossaryInput): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, input.base, async (tx, draft) => {
    await tx.glossaryTerm.deleteMany({ where: { lessonVersionId: draft.id } })
    await tx.glossaryTerm.createMany({
      data: input.terms.map((term, at) => ({
        ...term,
        id: newId(),
        lessonVersionId: draft.id,
        position: at + 1,
      })),
    })
    return null
  })
}
