import { type GridRow, shareOf } from "./build-grid"

export const gridSorts = ["needs", "name", "stance", "read", "quiz", "discuss", "reflect"] as const
export type GridSort = (typeof gridSorts)[number]
export type SortDirection = "up" | "down"

/**
 * A total order: ties go by name, then by user name, so that reloading never reshuffles. "needs" puts those first
 * who have not started, then those with an unfinished quiz, then those without a post.
 */
export function sortGrid(
  rows: readonly GridRow[],
  { sort, direction, locale }: { sort: GridSort; direction: SortDirection; locale: string },
): GridRow[] {
  const names = new Intl.Collator(locale, { sensitivity: "base", numeric: true })
  const byName = (a: GridRow, b: GridRow) =>
    names.compare(a.student.displayName, b.student.displayName) ||
    (a.student.userName < b.student.userName ? -1 : 1)
  const sign = direction === "up" ? 1 : -1
  return [...rows].sort((a, b) => {
    const left = Number(a.student.hasLeft) - Number(b.student.hasLeft)
    if (left !== 0) return left
    if (sort === "name") return sign * byName(a, b)
    return sign * (rank(a, sort) - rank(b, sort)) || byName(a, b)
  })
}

function rank(row: GridRow, sort: Exclude<GridSort, "name">): number {
  switch (sort) {
    case "needs":
      return needRank(row)
    case "stance":
      return Number(row.done.stance) + Number(row.student.stanceAfterReading)
    case "read":
      return row.done.read ? Number.MAX_SAFE_INTEGER : row.student.sentencesRead
    case "quiz":
      return row.quiz.state === "submitted" ? 1 + shareOf(row.quiz.score) : row.quiz.state === "open" ? 0 : -1
    case "discuss":
      return row.student.posts + row.student.replies
    case "reflect":
      return Number(row.done.reflect)
  }
}

const sorted = new WeakMap<readonly GridRow[], Map<string, GridRow[]>>()

/** The same, made once for each order of the same rows: comparing names is most of what a grid costs that has not changed. */
export function sortedOnce(rows: readonly GridRow[], order: Parameters<typeof sortGrid>[1]): GridRow[] {
  const known = sorted.get(rows) ?? new Map<string, GridRow[]>()
  const key = `${order.sort} ${order.direction} ${order.locale}`
  const found = known.get(key) ?? sortGrid(rows, order)
  sorted.set(rows, known.set(key, found))
  return found
}

/** 0: not started, 1: quiz not finished, 2: no post, 3: nothing wanting, 4: excused. */
export function needRank(row: GridRow): number {
  if (row.student.excused) return 4
  if (row.notStarted) return 0
  if (!row.done.quiz) return 1
  return row.done.discuss || row.hidesWriting ? 3 : 2
}
