import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { TakeItemInput } from "@/lib/lesson/items-input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { type TakenEvidence, takeOnto } from "@/lib/lesson/take-onto"
import type { Transaction } from "@/lib/platform/database"
import { writeNewItems } from "@/lib/quiz/server/item-store"
import { loadAuthoredItem } from "@/lib/quiz/server/load-authored-items"
import { loadRevision } from "@/lib/reading/server/load-revision"

/** `evidence`: whether the proof of the question stands in the text it came to. */
export type TakenItem = SavedDraft & { itemId: string; evidence: TakenEvidence }

/**
 * Takes a question out of a lesson that the viewer may see into one of theirs: a new item at the end, with its key, that
 * remembers where it came from. On another text its evidence is looked for by its quotes; where none is found, the question
 * comes without and that is said.
 */
export async function takeItem(
  viewer: Viewer,
  { base, itemId: sourceId }: TakeItemInput,
): Promise<Decision<TakenItem>> {
  let made: Pick<TakenItem, "itemId" | "evidence"> = { itemId: "", evidence: "none" }
  const saved = await editDraft(viewer, base, async (tx, draft) => {
    const source = await findSource(tx, viewer, sourceId)
    if (!source) return refuse("missing", "lesson.noSuchItem").refusal
    const item = await loadAuthoredItem(tx, source.itemVersionId)
    const text = source.revisionId === draft.revisionId ? null : await loadRevision(draft.revisionId)
    const taken = takeOnto(item, text?.sentences ?? null)
    const written = await writeNewItems(tx, draft, { items: [taken.item], authorId: viewer.userId })
    if (!written.ok) return written.refusal
    const itemId = written.value[0]?.itemId ?? ""
    await tx.item.update({ where: { id: itemId }, data: { takenFromId: sourceId }, select: { id: true } })
    made = { itemId, evidence: taken.evidence }
    return null
  })
  return saved.ok ? allow({ ...saved.value, ...made }) : saved
}

/** The version of the item that stands in the newest version of its lesson, if the viewer may see that. */
async function findSource(tx: Transaction, viewer: Viewer, itemId: string) {
  const lesson = { archivedAt: null, OR: [{ ownerId: viewer.userId }, { shared: true }] }
  const version = await tx.lessonVersion.findFirst({
    where: { lesson: { ...lesson, items: { some: { id: itemId } } } },
    orderBy: { number: "desc" },
    select: {
      revisionId: true,
      lesson: { select: { ownerId: true, shared: true } },
      items: { where: { itemVersion: { itemId } }, select: { itemVersionId: true } },
    },
    relationLoadStrategy: "join",
  })
  const placed = version?.items[0]
  if (!version || !placed) return null
  const { ownerId, shared } = version.lesson
  if (!can(viewer, "lesson.see", { isOwner: ownerId === viewer.userId, isShared: shared })) return null
  return { itemVersionId: placed.itemVersionId, revisionId: version.revisionId }
}
