import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import type { ItemVersion } from "@/lib/platform/generated/client"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { KeyContent } from "@/lib/quiz/item-key"
import type { ItemTypeName } from "@/lib/quiz/item-types"
import { loadAuthoredKeys } from "@/lib/quiz/server/key-store"

/** An item of a lesson version for its author: with the key. `position` counts from 1. `pool`: what it is drawn from. */
export type PlacedItem = {
  position: number
  itemVersionId: string
  item: AuthoredItem
  pool: { name: string; draw: number } | null
}

const placed = {
  select: { position: true, itemVersion: true, pool: { select: { name: true, draw: true } } },
  orderBy: { position: "asc" },
} as const

/**
 * The items of a lesson version with their keys, for those who may see the lesson: its owner, and every teacher when it
 * is shared. Null for anybody else.
 */
export async function loadAuthoredItems(
  viewer: Viewer,
  lessonVersionId: string,
): Promise<PlacedItem[] | null> {
  const version = await database().lessonVersion.findFirst({
    where: { id: lessonVersionId, lesson: { OR: [{ ownerId: viewer.userId }, { shared: true }] } },
    select: { lesson: { select: { ownerId: true, shared: true } }, items: placed },
    relationLoadStrategy: "join",
  })
  if (!version) return null
  const { ownerId, shared } = version.lesson
  if (!can(viewer, "lesson.see", { isOwner: ownerId === viewer.userId, isShared: shared })) return null
  return withKeys(database(), version.items)
}

/** The items of a draft as an edit of it finds them. Who may do so is decided by the caller. */
export async function loadDraftItems(tx: Transaction, lessonVersionId: string): Promise<PlacedItem[]> {
  const { items } = await tx.lessonVersion.findUniqueOrThrow({
    where: { id: lessonVersionId },
    select: { items: placed },
    relationLoadStrategy: "join",
  })
  return withKeys(tx, items)
}

/** One item version with its key. Who may do so is decided by the caller. */
export async function loadAuthoredItem(tx: Transaction, itemVersionId: string): Promise<AuthoredItem> {
  const row = await tx.itemVersion.findUniqueOrThrow({ where: { id: itemVersionId } })
  const keys = await loadAuthoredKeys(tx, [itemVersionId])
  return authoredItemOf(row, keys.get(itemVersionId) ?? null)
}

type PlacedRow = { itemVersion: ItemVersion; pool: PlacedItem["pool"] }

async function withKeys(tx: Transaction, rows: readonly PlacedRow[]): Promise<PlacedItem[]> {
  const keys = await loadAuthoredKeys(
    tx,
    rows.map(({ itemVersion }) => itemVersion.id),
  )
  return rows.map(({ itemVersion, pool }, at) => {
    const item = authoredItemOf(itemVersion, keys.get(itemVersion.id) ?? null)
    return { position: at + 1, itemVersionId: itemVersion.id, item, pool }
  })
}

/** A stored item version and its key as its author sees them. */
export function authoredItemOf(
  row: Omit<ItemVersion, "createdAt" | "number">,
  held: KeyContent | null,
): AuthoredItem {
  const { itemId, type, level, title, prompt, hint, points, skills, content } = row
  return {
    itemId,
    type: type as ItemTypeName,
    level,
    title,
    prompt,
    hint,
    points,
    skills,
    content,
    key: held?.key ?? null,
    feedback: held?.feedback ?? {},
    explanation: held?.explanation ?? null,
  }
}
