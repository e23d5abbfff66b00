import "server-only"
import { writeLayout } from "@/lib/lesson/server/layout-store"
import type { Transaction } from "@/lib/platform/database"
import type { WrittenItem } from "@/lib/quiz/server/item-store"
import type { PlacedItem } from "@/lib/quiz/server/load-authored-items"

type Copied = {
  /** What was copied, in the order of the copies. */
  sources: readonly Pick<PlacedItem, "pool">[]
  copies: readonly WrittenItem[]
}

/** Puts the copies of items into pools like those of their sources. The copies are all that the version has. */
export async function poolCopies(
  tx: Transaction,
  lessonVersionId: string,
  { sources, copies }: Copied,
): Promise<void> {
  const pools = new Map(sources.flatMap(({ pool }) => (pool ? [[pool.name, pool]] : [])))
  if (pools.size === 0) return
  const places = copies.map((copy, at) => ({ ...copy, pool: sources[at]?.pool?.name ?? null }))
  await writeLayout(tx, lessonVersionId, { places, pools: [...pools.values()] })
}
