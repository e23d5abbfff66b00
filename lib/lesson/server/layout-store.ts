import "server-only"
import { type ItemLayout, settle } from "@/lib/lesson/item-layout"
import type { Transaction } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"

/** The order of a version's items, and their pools. */
export async function readLayout(tx: Transaction, lessonVersionId: string): Promise<ItemLayout> {
  const version = await tx.lessonVersion.findUniqueOrThrow({
    where: { id: lessonVersionId },
    select: {
      pools: { select: { name: true, draw: true }, orderBy: { id: "asc" } },
      items: {
        select: {
          itemVersionId: true,
          itemVersion: { select: { itemId: true } },
          pool: { select: { name: true } },
        },
        orderBy: { position: "asc" },
      },
    },
    relationLoadStrategy: "join",
  })
  return {
    pools: version.pools,
    places: version.items.map(({ itemVersionId, itemVersion, pool }) => {
      return { itemId: itemVersion.itemId, itemVersionId, pool: pool?.name ?? null }
    }),
  }
}

/** Puts the items of a draft into this order and these pools; what is not among them is no longer in it. */
export async function writeLayout(
  tx: Transaction,
  lessonVersionId: string,
  layout: ItemLayout,
): Promise<void> {
  const { places, pools } = settle(layout)
  const rows = pools.map((pool) => ({ id: newId(), lessonVersionId, ...pool }))
  const idOf = new Map(rows.map(({ name, id }) => [name, id]))
  await tx.lessonVersionItem.deleteMany({ where: { lessonVersionId } })
  await tx.itemPool.deleteMany({ where: { lessonVersionId } })
  await tx.itemPool.createMany({ data: rows })
  await tx.lessonVersionItem.createMany({
    data: places.map(({ itemVersionId, pool }, at) => ({
      lessonVersionId,
      position: at + 1,
      itemVersionId,
      poolId: pool === null ? null : (idOf.get(pool) ?? null),
    })),
  })
}
