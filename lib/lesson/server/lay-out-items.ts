import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import {
  changePool,
  dissolvePool,
  type ItemLayout,
  makePool,
  moveChosen,
  pourInto,
  withdrawChosen,
} from "@/lib/lesson/item-layout"
import type { FormerLayout, LayOutItemsInput, LayoutAct } from "@/lib/lesson/items-input"
import { type Draft, editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { readLayout, writeLayout } from "@/lib/lesson/server/layout-store"
import type { Transaction } from "@/lib/platform/database"
import { loadNewestVersions } from "@/lib/quiz/server/item-store"

/** `before`: how the items stood, for whoever wants it back. */
export type LaidOut = SavedDraft & { before: FormerLayout }

/** Moves, withdraws and restores items of a lesson, and makes pools of them: several at once, all or none. */
export async function layOutItems(
  viewer: Viewer,
  { base, act }: LayOutItemsInput,
): Promise<Decision<LaidOut>> {
  let before: FormerLayout = { places: [], pools: [] }
  const saved = await editDraft(viewer, base, async (tx, draft) => {
    const layout = await readLayout(tx, draft.id)
    before = { places: layout.places.map(({ itemId, pool }) => ({ itemId, pool })), pools: [...layout.pools] }
    const changed = act.kind === "restore" ? await restored(tx, draft, { layout, act }) : decide(layout, act)
    if (!changed.ok) return changed.refusal
    await writeLayout(tx, draft.id, changed.value)
    return null
  })
  return saved.ok ? allow({ ...saved.value, before }) : saved
}

type Restoring = Extract<LayoutAct, { kind: "restore" }>

function decide(layout: ItemLayout, act: Exclude<LayoutAct, Restoring>): Decision<ItemLayout> {
  const hasPool = (name: string) => layout.pools.some((pool) => pool.name === name)
  const gone = refuse("conflict", "lesson.noPool")
  const taken = refuse("conflict", "lesson.poolNameTaken", { field: "name" })
  switch (act.kind) {
    case "move":
      return allow(moveChosen(layout, act.itemIds, act.to))
    case "withdraw":
      return allow(withdrawChosen(layout, act.itemIds))
    case "pour":
      if (act.pool !== null && !hasPool(act.pool)) return gone
      return allow(pourInto(layout, act.itemIds, act.pool))
    case "makePool":
      if (hasPool(act.name)) return taken
      return allow(makePool(layout, act.itemIds, { name: act.name, draw: act.draw }))
    case "changePool":
      if (!hasPool(act.pool)) return gone
      if (act.name !== act.pool && hasPool(act.name)) return taken
      return allow(changePool(layout, act.pool, { name: act.name, draw: act.draw }))
    case "dissolvePool":
      return hasPool(act.pool) ? allow(dissolvePool(layout, act.pool)) : gone
  }
}

/**
 * The layout that stood before, with the newest version of each item. Items of another lesson are refused; those that came
 * in meanwhile stay, at the end.
 */
async function restored(
  tx: Transaction,
  { lessonId }: Draft,
  { layout, act }: { layout: ItemLayout; act: Restoring },
): Promise<Decision<ItemLayout>> {
  const wanted = [...new Map(act.places.map((place) => [place.itemId, place])).values()]
  const standing = new Map(layout.places.map((place) => [place.itemId, place.itemVersionId]))
  const missing = wanted.map(({ itemId }) => itemId).filter((itemId) => !standing.has(itemId))
  const newest = await loadNewestVersions(tx, { lessonId, itemIds: missing })
  if (newest.size < missing.length) return refuse("missing", "lesson.itemsElsewhere")
  const back = wanted.map(({ itemId, pool }) => {
    return { itemId, pool, itemVersionId: standing.get(itemId) ?? newest.get(itemId) ?? "" }
  })
  const later = layout.places.filter(({ itemId }) => !wanted.some((place) => place.itemId === itemId))
  if (back.length + later.length > MOST_ITEMS)
    return refuse("conflict", "quiz.tooManyItems", { params: { most: MOST_ITEMS } })
  const pools = new Map([...layout.pools, ...act.pools].map((pool) => [pool.name, pool]))
  return allow({ places: [...back, ...later], pools: [...pools.values()] })
}

const MOST_ITEMS = 200
