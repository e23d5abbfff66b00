import type { CategoryFacts } from "./gradebook-facts"
import { compareShares, meanShare, type Share, weigh } from "./share"

/** A column's share of one student, with the category it counts in. Null: it does not count for this student. */
export type Counting = { categoryId: string | null; share: Share | null }

export type CategoryTotal = {
  /** Null where nothing counts yet. */
  share: Share | null
  /** How many columns count. */
  n: number
}

export type Total = {
  share: Share | null
  /** In the categories' order. */
  categories: CategoryTotal[]
  /** Places of the columns that were left out as lowest. */
  dropped: number[]
}

/**
 * What a student's columns come to, exactly. Within a category every column counts alike, whatever its points: only so does a
 * better score never lower a total when lowest ones are left out. Categories count by weight, those with nothing in them not
 * at all. Without categories all columns are one. A column that is in none of several counts in nothing.
 */
export function totalOf(columns: readonly Counting[], categories: readonly CategoryFacts[]): Total {
  if (categories.length === 0) {
    const shares = columns.flatMap(({ share }) => share ?? [])
    return { share: meanShare(shares), categories: [], dropped: [] }
  }
  const dropped: number[] = []
  const totals = categories.map((category) => {
    const own = columns.flatMap(({ categoryId, share }, at) =>
      categoryId === category.id && share ? [{ at, share }] : [],
    )
    const { kept, left } = withoutLowest(own, category.dropLowest)
    dropped.push(...left.map(({ at }) => at))
    return { share: meanShare(kept.map(({ share }) => share)), n: kept.length }
  })
  return { share: weighted(totals, categories), categories: totals, dropped: dropped.sort((a, b) => a - b) }
}

type Placed = { at: number; share: Share }

/** Of equal shares the earlier column is left out. One is always kept. */
function withoutLowest(
  own: readonly Placed[],
  dropLowest: number,
): { kept: readonly Placed[]; left: readonly Placed[] } {
  const count = Math.min(dropLowest, own.length - 1)
  if (count <= 0) return { kept: own, left: [] }
  const sorted = [...own].sort((a, b) => compareShares(a.share, b.share) || a.at - b.at)
  return { kept: sorted.slice(count), left: sorted.slice(0, count) }
}

function weighted(totals: readonly CategoryTotal[], categories: readonly CategoryFacts[]): Share | null {
  const parts = totals.flatMap(({ share }, at) => {
    const weight = categories[at]?.weight ?? 0
    return share && weight > 0 ? [{ share: weigh(share, weight), weight }] : []
  })
  return meanShare(
    parts.map(({ share }) => share),
    parts.reduce((sum, { weight }) => sum + weight, 0),
  )
}
