import { describe, expect, it } from "vitest"
import { haltOf, isStopped } from "./halt"

const at = new Date("2026-11-29T10:00:00Z")
const open = { frozenAt: null, frozenFor: null, lockedAt: null, lockedFor: null }

describe("haltOf", () => {
  it("is nothing where nothing was stopped", () => {
    expect(haltOf(open)).toBeNull()
  })

  it("says why and since when, the freeze before the lock", () => {
    const locked = { ...open, lockedAt: at, lockedFor: "It went in circles." }
    expect(haltOf(locked)).toEqual({ kind: "locked", reason: "It went in circles.", since: at.getTime() })
    const both = { ...locked, frozenAt: at, frozenFor: null }
    expect(haltOf(both)).toEqual({ kind: "frozen", reason: "", since: at.getTime() })
  })
})

describe("isStopped", () => {
  it.each([
    [null, false, false],
    [null, true, false],
    ["locked", false, true],
    ["locked", true, false],
    ["frozen", false, true],
    ["frozen", true, true],
  ] as const)("%s, staff %s: %s", (halt, isStaff, stopped) => {
    expect(isStopped(halt, isStaff)).toBe(stopped)
  })
})
