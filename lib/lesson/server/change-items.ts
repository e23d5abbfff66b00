import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { changeItem, type Unfit } from "@/lib/lesson/change-item"
import type { ChangeItemsInput } from "@/lib/lesson/items-input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { writeNextVersions } from "@/lib/quiz/server/item-store"
import { loadDraftItems } from "@/lib/quiz/server/load-authored-items"

/** `unfit`: those that could not be changed so, by their number, and why. */
export type ChangedItems = SavedDraft & { changed: number; unfit: { position: number; why: Unfit }[] }

/**
 * Makes one change to several items of a lesson: a new version of each that it changes, in one transaction. Where it changes
 * none, nothing is written.
 */
export async function changeItems(
  viewer: Viewer,
  { base, itemIds, change }: ChangeItemsInput,
): Promise<Decision<ChangedItems>> {
  const outcome: Pick<ChangedItems, "changed" | "unfit"> = { changed: 0, unfit: [] }
  const saved = await editDraft(viewer, base, async (tx, draft) => {
    const chosen = new Set(itemIds)
    const placed = (await loadDraftItems(tx, draft.id)).filter(({ item }) => chosen.has(item.itemId ?? ""))
    const next: { itemVersionId: string; item: (typeof placed)[number]["item"] }[] = []
    for (const { position, itemVersionId, item } of placed) {
      const changed = changeItem(item, change)
      if (changed === "same") continue
      if ("unfit" in changed) outcome.unfit.push({ position, why: changed.unfit })
      else next.push({ itemVersionId, item: changed.item })
    }
    if (next.length === 0) return refusalOf(outcome.unfit)
    outcome.changed = next.length
    const written = await writeNextVersions(tx, draft, { items: next, authorId: viewer.userId })
    return written.ok ? null : written.refusal
  })
  return saved.ok ? allow({ ...saved.value, ...outcome }) : saved
}

/** None was changed: because they are so already, or because none can be. */
function refusalOf(unfit: ChangedItems["unfit"]) {
  if (unfit.length === 0) return refuse("conflict", "lesson.sameAlready").refusal
  const numbers = unfit.map(({ position }) => position).join(", ")
  const [first] = unfit
  const about = { params: { numbers } }
  if (first?.why === "viewHasNoPoints") return refuse("invalid", "lesson.viewsHaveNoPoints", about).refusal
  if (first?.why === "tooManySkills") return refuse("invalid", "lesson.tooManySkills", about).refusal
  return refuse("invalid", "lesson.levelOfType", about).refusal
}
