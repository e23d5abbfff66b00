import { describe, expect, it } from "vitest"
import { daysFromNow, madeWork } from "@/tests/support/gradebook-facts"
import { type CellRows, cellsFromRows } from "./cells-from-rows"
import { cellKey } from "./gradebook-facts"

const works = [madeWork("a", { countedAttempt: "best" }), madeWork("b")]
const rows = (changes: Partial<CellRows> = {}): CellRows => ({
  people: [
    { enrolmentId: "ann", extraDays: 0 },
    { enrolmentId: "ben", extraDays: 2 },
  ],
  works,
  attempts: [],
  points: [],
  waiting: [],
  exceptions: [],
  begun: [],
  overrides: [],
  ...changes,
})
const cells = (changes: Partial<CellRows>) => cellsFromRows(rows(changes), "Asia/Karachi")
const cellOf = (changes: Partial<CellRows>, person: string, work: string) =>
  cells(changes).get(cellKey(person, work))

describe("cellsFromRows", () => {
  it("knows nothing of a cell in which nothing happened", () => {
    expect(cellOf({}, "ann", "a")).toBeUndefined()
    expect(cellOf({ begun: [[0, 1]] }, "ann", "b")).toMatchObject({ begun: true, attempts: [] })
  })

  it("adds an attempt's points up over their denominators, each to its own", () => {
    const attempts = [
      [0, 0, 1, 1000, false],
      [0, 0, 2, 2000, true],
      [0, 1, 1, 3000, false],
    ] as const
    const points = [
      [0, 0, 1, 3, 2],
      [0, 0, 1, 1, 3],
      [0, 1, 1, 5, 1],
    ] as const
    const found = cellOf({ attempts, points, waiting: [[0, 0, 2, 4]] }, "ann", "a")
    expect(found?.attempts).toEqual([
      {
        number: 1,
        submittedAt: new Date(1000),
        reopened: false,
        waiting: 0,
        earned: { numerator: 11, denominator: 6 },
      },
      {
        number: 2,
        submittedAt: new Date(2000),
        reopened: true,
        waiting: 4,
        earned: { numerator: 0, denominator: 1 },
      },
    ])
  })

  it("takes the newest that is finished where that alone counts, and an open one where none is", () => {
    const numbers = (list: (number | null)[], work: number) =>
      cellOf(
        { attempts: list.map((at, index) => [0, work, index + 1, at, false] as const) },
        "ann",
        ["a", "b"][work] ?? "",
      )?.attempts.map(({ number }) => number)
    expect(numbers([10, 20, null], 1)).toEqual([2])
    expect(numbers([10, 20, null], 0)).toEqual([1, 2])
    expect(numbers([null], 1)).toEqual([1])
  })

  it("gives a student their own dates: agreed ones, or days that were granted for all", () => {
    const agreed = daysFromNow(5).toISOString()
    const found = cells({ exceptions: [[0, 1, agreed, null, true, "ill"]] })
    expect(found.get(cellKey("ann", "b"))).toMatchObject({ excused: true, dueAt: daysFromNow(5) })
    expect(found.get(cellKey("ann", "a"))).toBeUndefined()
    expect(found.get(cellKey("ben", "a"))).toMatchObject({
      excused: false,
      dueAt: daysFromNow(-1),
      closesAt: daysFromNow(1),
    })
  })

  it("has what a teacher set", () => {
    expect(cellOf({ overrides: [[1, 0, 15, 2, 10]] }, "ben", "a")?.override).toEqual({
      earned: { numerator: 15, denominator: 2 },
      possible: 10,
    })
  })
})
