import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addTime, emptyTimes, slowestRoutes } from "./route-times"

const MINUTE = 60_000
const fill = (list: readonly number[], now = 0, route = "GET /") => {
  const times = emptyTimes()
  for (const milliseconds of list) addTime(times, { route, milliseconds, databaseMs: 1 }, now)
  return times
}

describe("the slowest routes", () => {
  it("has a p95 to within a quarter, and never more than was measured", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (list) => {
          const exact = list.toSorted((a, b) => a - b)[Math.ceil(list.length * 0.95) - 1] ?? 0
          const p95 = slowestRoutes(fill(list), 0, 1)[0]?.p95 ?? 0
          return p95 >= exact * 0.999 && p95 <= Math.min(exact * 1.2501, Math.max(...list))
        },
      ),
    )
  })

  it("come with the slowest first, and with how long the database took", () => {
    const times = fill([10, 10], 0, "GET /fast")
    addTime(times, { route: "GET /slow", milliseconds: 900, databaseMs: 300 }, 0)
    expect(slowestRoutes(times, 0, 5)).toMatchObject([
      { route: "GET /slow", count: 1, slowest: 900, database: 300 },
      { route: "GET /fast", count: 2, slowest: 10, database: 1 },
    ])
    expect(slowestRoutes(times, 0, 1)).toHaveLength(1)
  })

  it("are those of the last hour, and memory does not grow", () => {
    const times = fill([10])
    for (let minute = 0; minute < 500; minute++)
      addTime(times, { route: "GET /", milliseconds: 5, databaseMs: 0 }, minute * MINUTE)
    expect(times).toHaveLength(12)
    expect(slowestRoutes(times, 499 * MINUTE, 1)[0]?.count).toBe(60)
    expect(slowestRoutes(times, 600 * MINUTE, 1)).toEqual([])
  })
})
