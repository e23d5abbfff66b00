import { contrastGroups, type Groups } from "./contrast-groups"
import { correlation, fisherInterval } from "./correlation"
import { total } from "./exact-sums"
import { FEWEST_TO_RELATE, FEWEST_TO_SAY } from "./fewest"
import type { WholeRow, WholeTable } from "./score-table"
import { type Interval, wilsonInterval } from "./wilson-interval"

/** Why a figure is missing, where it is. "alike": the scores do not differ, so that nothing can go with anything. */
export type Missing = "tooFew" | "alike"

export type ItemFigures = {
  id: string
  /** Students whose answer has a score. */
  n: number
  blank: number
  waiting: number
  /** "rightWrong": everybody had all points or none. "shares": some had a part. "points": nobody said how many there are. */
  scale: "rightWrong" | "shares" | "points"
  /** Fully right; null on the scale of points. */
  right: number | null
  meanPoints: number | null
  /** Difficulty: the share that was right, or the mean share of the points. Null on the scale of points, or too few. */
  share: number | null
  /** 95%, Wilson; only for right or wrong: shares of points are no count, and this interval would not be theirs. */
  interval: Interval | null
  /** Correlation of the item's points with the points of all others, over `n` students without a waiting answer. */
  itemRest: { r: number; interval: Interval | null; n: number } | null
  itemRestMissing: Missing | null
  groups: (Groups & { upperShare: number | null; lowerShare: number | null }) | null
  groupsMissing: Missing | null
}

type Scored = { row: WholeRow; points: number }

/** What the column at this place says of its item. Needs nothing but the table; no figure is ever NaN or infinite. */
export function measureItem(table: WholeTable, at: number): ItemFigures {
  const column = table.columns[at]
  if (!column) throw new RangeError(`no item at ${at}`)
  const scored = table.rows.flatMap((row): Scored[] => {
    const cell = row.cells[at]
    return typeof cell === "number" ? [{ row, points: cell }] : []
  })
  const count = (state: "blank" | "waiting") => table.rows.filter(({ cells }) => cells[at] === state).length
  const points = scored.map((one) => one.points)
  const { most } = column
  return {
    id: column.id,
    n: scored.length,
    blank: count("blank"),
    waiting: count("waiting"),
    ...difficulty(points, most, table.unit),
    ...relation(scored, most),
  }
}

type Difficulty = Pick<ItemFigures, "scale" | "right" | "meanPoints" | "share" | "interval">

function difficulty(points: readonly number[], most: number | null, unit: number): Difficulty {
  const n = points.length
  const isEnough = n >= FEWEST_TO_SAY
  const meanPoints = isEnough ? total(points) / n / unit : null
  if (most === null) return { scale: "points", right: null, meanPoints, share: null, interval: null }
  const right = points.filter((one) => one === most).length
  if (points.every((one) => one === 0 || one === most))
    return {
      scale: "rightWrong",
      right,
      meanPoints,
      share: isEnough ? right / n : null,
      interval: isEnough ? wilsonInterval(right, n) : null,
    }
  const share = isEnough ? total(points) / (n * most) : null
  return { scale: "shares", right, meanPoints, share, interval: null }
}

type Relation = Pick<ItemFigures, "itemRest" | "itemRestMissing" | "groups" | "groupsMissing">

/** The rest leaves the item itself out: with it in, every item would seem to go with the whole. */
function relation(scored: readonly Scored[], most: number | null): Relation {
  const known = scored.flatMap(({ row, points }) =>
    row.total === null ? [] : [{ id: row.id, points, rest: row.total - points }],
  )
  const n = known.length
  if (n < FEWEST_TO_RELATE)
    return { itemRest: null, itemRestMissing: "tooFew", groups: null, groupsMissing: "tooFew" }
  const r = correlation(
    known.map(({ points }) => points),
    known.map(({ rest }) => rest),
  )
  const groups = contrastGroups(known.map(({ id, rest }) => ({ id, score: rest })))
  const pointsOf = new Map(known.map(({ id, points }) => [id, points]))
  const shareOf = (ids: readonly string[]) =>
    most === null ? null : total(ids.map((id) => pointsOf.get(id) ?? 0)) / (ids.length * most)
  return {
    itemRest: r === null ? null : { r, interval: fisherInterval(r, n), n },
    itemRestMissing: r === null ? "alike" : null,
    groups: groups && { ...groups, upperShare: shareOf(groups.upper), lowerShare: shareOf(groups.lower) },
    groupsMissing: groups ? null : "alike",
  }
}
