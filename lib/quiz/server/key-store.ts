import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { keyEvidence } from "@/lib/quiz/evidence"
import { type Feedback, ItemKey, type KeyContent, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { loadItemVersions } from "@/lib/quiz/server/item-cache"

type KeyRow = {
  itemVersionId: string
  keyRevision: number
  key: unknown
  feedback: Feedback
  explanation: string | null
}

/**
 * The key of each version that holds in an assignment, or, with null, for the lesson itself: its newest. What was put right
 * for one assignment holds there before all of the lesson's, and nowhere else. The only place that reads "ItemKey"; what
 * it returns cannot be serialised and opens only through `openKey`.
 */
export async function loadKeys(
  tx: Transaction,
  itemVersionIds: readonly string[],
  assignmentId: string | null,
): Promise<Map<string, ItemKey>> {
  const rows = await tx.$queryRaw<KeyRow[]>`
    SELECT DISTINCT ON ("itemVersionId") "itemVersionId", "keyRevision", key, feedback, explanation
    FROM "ItemKey" WHERE "itemVersionId" = ANY(${[...itemVersionIds]}::uuid[])
      AND ("assignmentId" IS NULL OR "assignmentId" = ${assignmentId}::uuid)
    ORDER BY "itemVersionId", "assignmentId" NULLS LAST, "keyRevision" DESC`
  return new Map(rows.map(({ itemVersionId, ...content }) => [itemVersionId, new ItemKey(content)]))
}

const KEY = `jsonb_build_object('keyRevision', k."keyRevision", 'key', k.key, 'feedback', k.feedback,
    'explanation', k.explanation)`

/**
 * The lesson's newest key of an item version as one JSON value, for `heldKey`: a piece of SQL for statements that feed
 * authors' pages, so that these need no further trip. What was put right for one assignment is not the lesson's. The
 * argument is an SQL expression of the caller's own making, never input.
 */
export const newestKey = (itemVersionId: string): string => `(
  SELECT ${KEY} FROM "ItemKey" k WHERE k."itemVersionId" = ${itemVersionId} AND k."assignmentId" IS NULL
  ORDER BY k."keyRevision" DESC LIMIT 1)`

/** The same for the assignment whose id the second expression is: the key that holds there. */
export const keyHeldIn = (itemVersionId: string, assignmentId: string): string => `(
  SELECT ${KEY} FROM "ItemKey" k WHERE k."itemVersionId" = ${itemVersionId}
    AND (k."assignmentId" IS NULL OR k."assignmentId" = ${assignmentId})
  ORDER BY k."assignmentId" NULLS LAST, k."keyRevision" DESC LIMIT 1)`

/** What `newestKey` brought, held so that it cannot be written out. */
export const heldKey = (content: KeyContent): ItemKey => new ItemKey(content)

/** Which of these versions have a key, and a whole one: both parts of a pair, a variant to compare with. */
export async function keyedVersions(
  tx: Transaction,
  itemVersionIds: readonly string[],
): Promise<Set<string>> {
  const versions = await loadItemVersions(itemVersionIds)
  const keys = await loadKeys(tx, itemVersionIds, null)
  const whole = [...keys].filter(([id, key]) => {
    const version = versions.get(id)
    const opened = openKey(key, "authoring").key
    if (!version || opened === null) return false
    const evidence = new Set(keySentenceIds(opened))
    return itemTypeOf(version.type).problems({ content: version.content, key: opened }, evidence).length === 0
  })
  return new Set(whole.map(([id]) => id))
}

/** Whether the sentences are those of the text was checked when the key was written. */
function keySentenceIds(key: unknown): string[] {
  const held = keyEvidence.safeParse(key)
  return held.success ? held.data.evidence.sentenceIds : []
}

/** The newest key rows as their author wrote them; for authoring only. */
export async function loadAuthoredKeys(
  tx: Transaction,
  itemVersionIds: readonly string[],
): Promise<Map<string, KeyContent>> {
  const keys = await loadKeys(tx, itemVersionIds, null)
  return new Map([...keys].map(([id, key]) => [id, openKey(key, "authoring")]))
}

export type NewKey = {
  itemVersionId: string
  key: unknown
  feedback: Feedback
  explanation: string | null
  createdById: string
}

/** The first keys of new versions. A null key keeps what an author wrote beside it, until there is one. */
export async function createKeys(tx: Transaction, newKeys: readonly NewKey[]): Promise<void> {
  await tx.itemKey.createMany({
    data: newKeys.map(({ key, feedback, ...rest }) => ({
      id: newId(),
      keyRevision: 1,
      ...rest,
      key: key === null ? Prisma.JsonNull : (key as Prisma.InputJsonValue),
      feedback: feedback as Prisma.InputJsonValue,
    })),
  })
}

/** One revision of a version's key, whoever it holds for; null where there is none such. */
export async function loadKeyRevision(
  tx: Transaction,
  itemVersionId: string,
  keyRevision: number,
): Promise<ItemKey | null> {
  const row = await tx.itemKey.findUnique({
    where: { itemVersionId_keyRevision: { itemVersionId, keyRevision } },
    select: { keyRevision: true, key: true, feedback: true, explanation: true },
  })
  return row && new ItemKey({ ...row, feedback: row.feedback as Feedback })
}

/** A key that holds in one assignment from now on. Answers its revision. Versions are locked, so that no two get the same. */
export async function addAssignmentKey(
  tx: Transaction,
  assignmentId: string,
  { itemVersionId, key, feedback, explanation, createdById }: NewKey,
): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "ItemVersion" WHERE id = ${itemVersionId}::uuid FOR NO KEY UPDATE`
  const { _max } = await tx.itemKey.aggregate({ where: { itemVersionId }, _max: { keyRevision: true } })
  const keyRevision = (_max.keyRevision ?? 0) + 1
  await tx.itemKey.create({
    data: {
      id: newId(),
      itemVersionId,
      keyRevision,
      key: key as Prisma.InputJsonValue,
      feedback: feedback as Prisma.InputJsonValue,
      explanation,
      assignmentId,
      createdById,
    },
    select: { id: true },
  })
  return keyRevision
}
