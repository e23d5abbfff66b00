import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { type Feedback, ItemKey } from "@/lib/quiz/item-key"

type KeyRow = {
  itemVersionId: string
  keyRevision: number
  key: unknown
  feedback: Feedback
  explanation: string | null
}

/**
 * The newest key of each version. The only place that reads "ItemKey"; what it returns cannot be serialised and opens
 * only through `openKey`.
 */
export async function loadKeys(
  tx: Transaction,
  itemVersionIds: readonly string[],
): Promise<Map<string, ItemKey>> {
  const rows = await tx.$queryRaw<KeyRow[]>`
    SELECT DISTINCT ON ("itemVersionId") "itemVersionId", "keyRevision", key, feedback, explanation
    FROM "ItemKey" WHERE "itemVersionId" = ANY(${[...itemVersionIds]}::uuid[])
    ORDER BY "itemVersionId", "keyRevision" DESC`
  return new Map(rows.map(({ itemVersionId, ...content }) => [itemVersionId, new ItemKey(content)]))
}

/** Which of these versions have a key. Says nothing of what it is. */
export async function keyedVersions(
  tx: Transaction,
  itemVersionIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ itemVersionId: string }[]>`
    SELECT DISTINCT "itemVersionId" FROM "ItemKey"
    WHERE "itemVersionId" = ANY(${[...itemVersionIds]}::uuid[]) AND key <> 'null'`
  return new Set(rows.map(({ itemVersionId }) => itemVersionId))
}

export type NewKey = {
  itemVersionId: string
  key: unknown
  feedback: Feedback
  explanation: string | null
  createdById: string
}

/** The first key of a new version. A null key keeps what an author wrote beside it, until there is one. */
export async function createKey(tx: Transaction, newKey: NewKey): Promise<void> {
  const { key, feedback, ...rest } = newKey
  await tx.itemKey.create({
    data: {
      id: newId(),
      keyRevision: 1,
      ...rest,
      key: key === null ? Prisma.JsonNull : (key as Prisma.InputJsonValue),
      feedback: feedback as Prisma.InputJsonValue,
    },
  })
}
