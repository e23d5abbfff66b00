import { randomInt } from "node:crypto"
import { describe, expect, it, vi } from "vitest"
import { newRandomId } from "@/lib/platform/ids"
import { drawItems } from "@/lib/quiz/draw-items"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { recordTried, tries } from "../../assurance/record"

const DRAWS = tries(4_000, 200_000)
vi.setConfig({ testTimeout: 600_000 })

/** Where the right option stands as its author wrote it, and where a sitting shows it; or its place by id. */
type Place = (right: number, options: number) => number

const idsOf = (count: number) => Array.from({ length: count }, newRandomId)

/** An item of a quiz of four, as one sitting draws and shows it. */
const shownAt =
  (shuffleItems: boolean): Place =>
  (right, count) => {
    const ids = idsOf(count)
    const items = idsOf(4).map((itemId) => ({ itemId, itemVersionId: itemId, poolId: null, draw: null }))
    const rules = { seed: randomInt(1, 2_147_483_647), shuffleItems, shuffleOptions: true }
    const drawn = drawItems(items, rules).find(({ itemId }) => itemId === items[right % 4]?.itemId)
    const content = { options: ids.map((id) => ({ id, text: "an option" })) }
    const shown = itemTypeOf("single").present(content, drawn?.optionSeed ?? 0) as typeof content
    return shown.options.findIndex(({ id }) => id === ids[right])
  }

/** The place of the right option among the ids, sorted: does an id tell which was made first? */
const placeById: Place = (right, count) => {
  const ids = idsOf(count)
  return [...ids].sort().indexOf(ids[right] ?? "")
}

/** Pearson's statistic of a table of counts against independence of its rows and columns. */
function chiSquare(table: readonly (readonly number[])[]): number {
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  const rows = table.map(sum)
  const columns = table[0]?.map((_, at) => sum(table.map((row) => row[at] ?? 0))) ?? []
  const all = sum(rows)
  return sum(
    table.flatMap((row, at) =>
      row.map((count, column) => {
        const expected = ((rows[at] ?? 0) * (columns[column] ?? 0)) / all
        return (count - expected) ** 2 / expected
      }),
    ),
  )
}

/** What chi-square exceeds once in a million draws of independent places; Wilson and Hilferty, 1931. */
function onceInAMillion(freedom: number): number {
  const part = 2 / (9 * freedom)
  return freedom * (1 - part + 4.753424 * Math.sqrt(part)) ** 3
}

function tableOf(place: Place, options: number): number[][] {
  const table = Array.from({ length: options }, () => new Array<number>(options).fill(0))
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const right = draw % options
    const row = table[right] ?? []
    const at = place(right, options)
    row[at] = (row[at] ?? 0) + 1
  }
  return table
}

const depends = (place: Place, options: number): boolean =>
  chiSquare(tableOf(place, options)) > onceInAMillion((options - 1) ** 2)

const places: [name: string, place: Place][] = [
  ["where a sitting shows it", shownAt(false)],
  ["where a sitting with its items in another order shows it", shownAt(true)],
  ["its place by id", placeById],
]

describe("which option is right", () => {
  it("is independent of where it stands", () => {
    const sizes = [2, 3, 4, 5, 8]
    const found = places.flatMap(([name, place]) =>
      sizes.filter((options) => depends(place, options)).map((options) => `${name}, of ${options}`),
    )
    const tried = DRAWS * sizes.length * places.length
    recordTried({ promise: "order-tells-nothing", tried, of: "options drawn", lost: found.length })
    expect(found).toEqual([])
  })

  it("would be found to depend on it where one draw in ten leaves it as it was written", () => {
    const lazy: Place = (right, count) => (randomInt(10) === 0 ? right : shownAt(false)(right, count))
    expect(depends(lazy, 4)).toBe(true)
  })
})
