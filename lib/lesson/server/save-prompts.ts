import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SavePromptsInput } from "@/lib/lesson/input"
import { promptLine } from "@/lib/lesson/prompt-line"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { newId } from "@/lib/platform/ids"

/** Saves the discussion questions of a lesson, in their order. */
export function savePrompts(viewer: Viewer, input: SavePromptsInput): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, input.base, async (tx, draft) => {
    // No thread hangs on them: an assignment would have sealed this version.
    await tx.prompt.deleteMany({ where: { lessonVersionId: draft.id } })
    await tx.prompt.createMany({
      data: input.prompts.map((prompt, at) => ({
        id: newId(),
        lessonVersionId: draft.id,
        position: at + 1,
        ...promptLine(prompt),
      })),
    })
    return null
  })
}
