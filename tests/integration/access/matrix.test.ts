import { existsSync } from "node:fs"
import path from "node:path"
import { afterAll, describe, expect, it, vi } from "vitest"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { closeListener } from "@/lib/platform/notifications"
import { recordTried, tries } from "@/tests/assurance/record"
import { cellsOf, faultOf, judge, lines } from "@/tests/support/matrix/cells"
import { findDoors } from "@/tests/support/matrix/doors"
import { elsewhere } from "@/tests/support/matrix/route-lines"
import { sampleOf } from "@/tests/support/matrix/sample"
import { states } from "@/tests/support/matrix/states"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

// No server, no front server, no Next: the doors themselves are asked, so that nothing in front of them can be what keeps
// anybody out.

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

const isLong = tries(0, 1) === 1
const asked = isLong ? states : (["released", "notOpen"] as const)
const matrix = useMatrix(asked)

afterAll(async () => {
  closeEventStreams()
  await closeListener()
})

const root = path.resolve(import.meta.dirname, "../../..")

describe("the tables of who may do what", () => {
  it("need nothing in front of the app", () => {
    const names = ["proxy", "middleware"].flatMap((name) => [`${name}.ts`, `${name}.js`, `src/${name}.ts`])
    expect(names.filter((name) => existsSync(path.join(root, name)))).toEqual([])
  })

  it("have a line for every action and handler of app/, and none for one that is gone", async () => {
    const written = new Set([...lines.map(({ name }) => name), ...elsewhere])
    expect([...written].sort()).toEqual((await findDoors()).names.sort())
  })

  it("hold for every actor, in their own class and in another, in every state of an assignment", async () => {
    const doors = await findDoors()
    const cells = isLong ? cellsOf(asked) : sampleOf(cellsOf(asked), { done: 1, refused: 3 })
    const faults: string[] = []
    for (const cell of cells) {
      const fault = faultOf(cell, await judge(matrix(), doors, cell))
      if (fault) faults.push(fault)
      closeEventStreams()
    }
    recordTried({
      promise: "nobody-where-they-dont-belong",
      of: "cells of actor, door, class and state",
      tried: cells.length,
      lost: faults.length,
    })
    expect(faults).toEqual([])
  }, 1_200_000)
})
