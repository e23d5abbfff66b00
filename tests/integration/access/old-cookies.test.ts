import { afterAll, describe, expect, it, vi } from "vitest"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { closeListener } from "@/lib/platform/notifications"
import { recordTried, tries } from "@/tests/assurance/record"
import { type Cell, cellsOf, faultOf, judge } from "@/tests/support/matrix/cells"
import { findDoors } from "@/tests/support/matrix/doors"
import { expectedOf } from "@/tests/support/matrix/line"
import { type Event, events } from "@/tests/support/matrix/old-cookies"
import { sampleOf } from "@/tests/support/matrix/sample"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

const asked = ["released"] as const
const matrix = useMatrix(asked)

afterAll(async () => {
  closeEventStreams()
  await closeListener()
})

/** The doors of class A as whoever had this cookie should find them after the event. */
const cellsAfter = ({ actor, becomes }: Event): Cell[] =>
  cellsOf(asked)
    .filter((cell) => cell.isOwnClass && cell.actor === actor)
    .map((cell) => ({ ...cell, expected: expectedOf(cell.line, becomes, cell.state) }))

describe("a cookie from before", () => {
  it.each(events)(
    "opens nothing any more: $name",
    async (event) => {
      const doors = await findDoors()
      const faults: string[] = []
      const cells = tries(0, 1)
        ? cellsAfter(event)
        : sampleOf(cellsAfter(event), { done: 0, refused: 1 }).slice(0, 20)
      await matrix().undone(async () => {
        await event.happen(matrix())
        for (const cell of cells) {
          const fault = faultOf(cell, await judge(matrix(), doors, cell))
          if (fault) faults.push(fault)
          closeEventStreams()
        }
      })
      const of = "doors tried with a cookie from before"
      recordTried({ promise: "old-cookies-open-nothing", of, tried: cells.length, lost: faults.length })
      expect(faults).toEqual([])
    },
    600_000,
  )
})
