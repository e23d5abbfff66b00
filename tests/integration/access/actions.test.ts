import { describe, expect, it, vi } from "vitest"
import { recordTried, tries } from "@/tests/assurance/record"
import { actionTable } from "@/tests/support/matrix/action-table"
import { findActions } from "@/tests/support/matrix/found-actions"
import { cellsOf, faultOf, judge } from "@/tests/support/matrix/cells"
import { type State, states } from "@/tests/support/matrix/states"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

const isLong = tries(0, 1) === 1
const asked: readonly State[] = isLong ? states : ["notOpen", "sitting", "released", "archived"]
const matrix = useMatrix(asked)

describe("the table of server actions", () => {
  it("has a line for every action of app/, and none for one that is gone", async () => {
    const written = [...new Set(actionTable.map(({ name }) => name))].sort()
    expect(written).toEqual([...(await findActions()).keys()].sort())
  })

  it("holds for every actor, in their own class and in another, in every state of an assignment", async () => {
    const actions = await findActions()
    const cells = cellsOf(asked)
    const faults: string[] = []
    for (const cell of cells) {
      const fault = faultOf(cell, await judge(matrix(), actions, cell))
      if (fault) faults.push(fault)
    }
    recordTried({
      promise: "nobody-where-they-dont-belong",
      of: "cells of actor, action, class and state",
      tried: cells.length,
      lost: faults.length,
    })
    expect(faults).toEqual([])
  }, 1_200_000)
})
