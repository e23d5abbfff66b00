import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Transaction } from "@/lib/platform/database"
import type { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { type AuthoredItem, blocksSaving, isKeyed, itemProblems } from "@/lib/quiz/authored-item"
import { loadSentenceIds } from "@/lib/quiz/server/item-cache"
import { createKeys } from "@/lib/quiz/server/key-store"

/** The lesson version that is being edited: never a sealed one. */
export type DraftVersion = { id: string; lessonId: string; revisionId: string }
export type WrittenItem = { itemId: string; itemVersionId: string }

const MOST_ITEMS = 200

type NewItems = {
  items: readonly AuthoredItem[]
  authorId: string
  /** Those of a text that comes in the same transaction, so that nobody else can see it yet. */
  sentenceIds?: ReadonlySet<string>
}

/**
 * Writes an item into a draft of a lesson, in the transaction that holds it: a new item at the end, or the next version
 * of one that is there, in its place. Versions are immutable, so attempts and assignments keep the one they have.
 * Who may do so is decided by the caller.
 */
export async function writeItem(
  tx: Transaction,
  draft: DraftVersion,
  { item, authorId }: { item: AuthoredItem; authorId: string },
): Promise<Decision<WrittenItem>> {
  const problem = itemProblems(item, await loadSentenceIds(draft.revisionId)).find(blocksSaving)
  if (problem) return refuse("invalid", `quiz.mend_${problem.code}`, { field: problem.field })
  const place = await findPlace(tx, draft, item.itemId)
  if (!place.ok) return place
  const itemId = item.itemId ?? newId()
  if (!item.itemId)
    await tx.item.create({ data: { id: itemId, lessonId: draft.lessonId }, select: { id: true } })
  const itemVersionId = await createVersion(tx, itemId, item)
  if (isKeyed(item.level)) await createKeys(tx, [{ itemVersionId, ...keyPart(item), createdById: authorId }])
  const at = { lessonVersionId: draft.id, position: place.value }
  await tx.lessonVersionItem.upsert({
    where: { lessonVersionId_position: at },
    create: { ...at, itemVersionId },
    update: { itemVersionId },
    select: { position: true },
  })
  return allow({ itemId, itemVersionId })
}

/**
 * The same for many new items at once, at the end and in this order: as many statements for two hundred as for one. All
 * are written or none.
 */
export async function writeNewItems(
  tx: Transaction,
  draft: DraftVersion,
  { items, authorId, ...text }: NewItems,
): Promise<Decision<WrittenItem[]>> {
  const sentenceIds = text.sentenceIds ?? (await loadSentenceIds(draft.revisionId))
  const problem = items.flatMap((item) => itemProblems(item, sentenceIds)).find(blocksSaving)
  if (problem) return refuse("invalid", `quiz.mend_${problem.code}`, { field: problem.field })
  const { id: lessonVersionId, lessonId } = draft
  const last = await tx.lessonVersionItem.aggregate({
    where: { lessonVersionId },
    _max: { position: true },
    _count: true,
  })
  if (last._count + items.length > MOST_ITEMS)
    return refuse("conflict", "quiz.tooManyItems", { params: { most: MOST_ITEMS } })
  const written = items.map((item) => ({ item, itemId: newId(), itemVersionId: newId() }))
  await tx.item.createMany({ data: written.map(({ itemId }) => ({ id: itemId, lessonId })) })
  await tx.itemVersion.createMany({
    data: written.map(({ item, itemId, itemVersionId }) => ({
      id: itemVersionId,
      itemId,
      number: 1,
      ...publicPart(item),
    })),
  })
  const keyed = written.filter(({ item }) => isKeyed(item.level))
  await createKeys(
    tx,
    keyed.map(({ item, itemVersionId }) => ({ itemVersionId, ...keyPart(item), createdById: authorId })),
  )
  const next = (last._max.position ?? 0) + 1
  await tx.lessonVersionItem.createMany({
    data: written.map(({ itemVersionId }, at) => ({ lessonVersionId, position: next + at, itemVersionId })),
  })
  return allow(written.map(({ itemId, itemVersionId }) => ({ itemId, itemVersionId })))
}

/**
 * The next version of several items of a draft at once, each in the place of the one it follows: as many statements for
 * two hundred as for one. All are written or none.
 */
export async function writeNextVersions(
  tx: Transaction,
  draft: DraftVersion,
  { items, authorId }: { items: readonly NextVersion[]; authorId: string },
): Promise<Decision<WrittenItem[]>> {
  const sentenceIds = await loadSentenceIds(draft.revisionId)
  const problem = items.flatMap(({ item }) => itemProblems(item, sentenceIds)).find(blocksSaving)
  if (problem) return refuse("invalid", `quiz.mend_${problem.code}`, { field: problem.field })
  const last = await tx.itemVersion.groupBy({
    by: ["itemId"],
    where: { itemId: { in: items.map(({ item }) => item.itemId ?? "") } },
    _max: { number: true },
  })
  const numbers = new Map(last.map(({ itemId, _max }) => [itemId, (_max.number ?? 0) + 1]))
  const written = items.map(({ item, itemVersionId: formerId }) => {
    return { item, itemId: item.itemId ?? "", formerId, itemVersionId: newId() }
  })
  await tx.itemVersion.createMany({
    data: written.map(({ item, itemId, itemVersionId }) => ({
      id: itemVersionId,
      itemId,
      number: numbers.get(itemId) ?? 1,
      ...publicPart(item),
    })),
  })
  const keyed = written.filter(({ item }) => isKeyed(item.level))
  await createKeys(
    tx,
    keyed.map(({ item, itemVersionId }) => ({ itemVersionId, ...keyPart(item), createdById: authorId })),
  )
  await tx.$executeRaw`
    UPDATE "LessonVersionItem" placed SET "itemVersionId" = changed.next
    FROM unnest(${written.map(({ formerId }) => formerId)}::uuid[],
                ${written.map(({ itemVersionId }) => itemVersionId)}::uuid[]) AS changed (former, next)
    WHERE placed."lessonVersionId" = ${draft.id}::uuid AND placed."itemVersionId" = changed.former`
  return allow(written.map(({ itemId, itemVersionId }) => ({ itemId, itemVersionId })))
}

/** `itemVersionId`: the version that stands in the draft now. */
export type NextVersion = { itemVersionId: string; item: AuthoredItem }

/** The newest version of each of these items, of those that belong to the lesson. */
export async function loadNewestVersions(
  tx: Transaction,
  { lessonId, itemIds }: { lessonId: string; itemIds: readonly string[] },
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx.itemVersion.findMany({
    where: { itemId: { in: [...itemIds] }, item: { lessonId } },
    select: { id: true, itemId: true },
    distinct: ["itemId"],
    orderBy: [{ itemId: "asc" }, { number: "desc" }],
  })
  return new Map(rows.map(({ id, itemId }) => [itemId, id]))
}

const publicPart = ({ type, level, title, prompt, hint, points, skills, content }: AuthoredItem) => ({
  type,
  level,
  title: title || null,
  prompt,
  hint: hint || null,
  points,
  skills,
  content: content as Prisma.InputJsonValue,
})

/** A view has no key, and so nothing that could be right about it. */
const keyPart = ({ key, feedback, explanation }: AuthoredItem) => ({
  key: key ?? null,
  feedback,
  explanation: explanation || null,
})

/** Where the item stands in the draft, or the end for a new one. */
async function findPlace(
  tx: Transaction,
  draft: DraftVersion,
  itemId: string | null,
): Promise<Decision<number>> {
  const places = await tx.lessonVersionItem.findMany({
    where: { lessonVersionId: draft.id },
    select: { position: true, itemVersion: { select: { itemId: true } } },
  })
  if (itemId) {
    const place = places.find(({ itemVersion }) => itemVersion.itemId === itemId)
    return place ? allow(place.position) : refuse("conflict", "quiz.itemGone")
  }
  if (places.length >= MOST_ITEMS)
    return refuse("conflict", "quiz.tooManyItems", { params: { most: MOST_ITEMS } })
  return allow(Math.max(0, ...places.map(({ position }) => position)) + 1)
}

async function createVersion(tx: Transaction, itemId: string, item: AuthoredItem): Promise<string> {
  const last = await tx.itemVersion.aggregate({ where: { itemId }, _max: { number: true } })
  const version = { id: newId(), itemId, number: (last._max.number ?? 0) + 1 }
  await tx.itemVersion.create({ data: { ...version, ...publicPart(item) }, select: { id: true } })
  return version.id
}
