import { expect, it, vi } from "vitest"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { cellsOf, faultOf, judge } from "@/tests/support/matrix/cells"
import { findDoors } from "@/tests/support/matrix/doors"
import { sampleOf } from "@/tests/support/matrix/sample"
import { states, type State } from "@/tests/support/matrix/states"
import { useMatrix } from "@/tests/support/matrix/use-matrix"
vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))
const asked = (process.env.M_STATES?.split(",") ?? states) as State[]
const only = new RegExp(process.env.M_ONLY ?? ".")
const matrix = useMatrix(asked)
it("scratch", async () => {
  const doors = await findDoors()
  let cells = cellsOf(asked).filter((c) => only.test(c.line.name) && (process.env.M_OTHER || c.isOwnClass))
  if (process.env.M_SAMPLE) cells = sampleOf(cells, JSON.parse(process.env.M_SAMPLE))
  const started = Date.now()
  const times: Record<string, number> = {}
  const faults: string[] = []
  for (const cell of cells) {
    const t = performance.now()
    const fault = faultOf(cell, await judge(matrix(), doors, cell))
    times[cell.line.name] = (times[cell.line.name] ?? 0) + performance.now() - t
    if (fault) faults.push(fault)
    closeEventStreams()
  }
  console.log(cells.length, "cells", Date.now() - started, "ms", process.cpuUsage())
  console.log(Object.entries(times).sort((a, b) => b[1] - a[1]).slice(0, 15))
  for (const fault of faults) console.log("FAULT " + fault)
  expect(faults.length).toBe(0)
}, 1_200_000)
