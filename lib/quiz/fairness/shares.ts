import type { FairItem } from "@/lib/quiz/fairness/fair-item"
import type { Finding } from "@/lib/quiz/fairness/finding"
import { type ItemLevel, LEVELS } from "@/lib/quiz/item-type"

/** A tag among the skills of an item: "side:for", "side:against". */
const SIDE = /^side:\s*(.+)$/i
/** Said from this difference on, and only where one side has at least twice the other. */
const LEAST_DIFFERENCE = 2

export type SideMeasure = {
  /** Items by the side their author tagged them with, most first. An item may stand on both. */
  sides: { side: string; count: number }[]
  tagged: number
  n: number
}

export function measureSides(items: readonly FairItem[]): SideMeasure {
  const counts = new Map<string, number>()
  const tagged = items.filter((item) => {
    const sides = new Set(item.skills.flatMap((skill) => SIDE.exec(skill)?.[1]?.trim().toLowerCase() ?? []))
    for (const side of sides) counts.set(side, (counts.get(side) ?? 0) + 1)
    return sides.size > 0
  })
  const sides = [...counts].map(([side, count]) => ({ side, count }))
  sides.sort((one, other) => other.count - one.count || one.side.localeCompare(other.side, "en"))
  return { sides, tagged: tagged.length, n: items.length }
}

export function findUnevenSides({ sides }: SideMeasure): Finding[] {
  const [most, least] = [sides[0], sides.at(-1)]
  if (!most || !least) return []
  if (sides.length === 1)
    return most.count < LEAST_DIFFERENCE
      ? []
      : [{ code: "oneSide", item: null, values: { side: most.side, count: most.count } }]
  if (most.count - least.count < LEAST_DIFFERENCE || most.count < 2 * least.count) return []
  const values = { side: most.side, count: most.count, other: least.side, otherCount: least.count }
  return [{ code: "unevenSides", item: null, values }]
}

export type LevelMeasure = { level: ItemLevel; count: number }[]

export const measureLevels = (items: readonly FairItem[]): LevelMeasure =>
  LEVELS.map((level) => ({ level, count: items.filter((item) => item.level === level).length }))
