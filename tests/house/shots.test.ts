import { describe, expect, it } from "vitest"
import { findGaps, type PageEntry, type Shot } from "@/tests/shots/page-entry"

const shot = (state: Shot["state"]): Shot => ({ state, as: () => null, path: () => "/" })
const whole: PageEntry = { page: "home/page.tsx", shots: [shot("full"), shot("empty"), shot("error")] }

describe("findGaps", () => {
  it("is content when every page has every state", () => {
    expect(findGaps(["home/page.tsx"], [whole])).toEqual([])
  })

  it("finds a page that has no entry", () => {
    expect(findGaps(["home/page.tsx", "new/page.tsx"], [whole])).toEqual(["app/new/page.tsx: no entry"])
  })

  it("finds an entry whose page is gone", () => {
    expect(findGaps([], [whole])).toEqual(["app/home/page.tsx: listed, but there is no such page"])
  })

  it("finds a state that has no picture", () => {
    const noError = { ...whole, shots: [shot("full"), shot("empty")] }
    expect(findGaps(["home/page.tsx"], [noError])).toEqual(['app/home/page.tsx: no picture of state "error"'])
  })

  it("wants a reason where a page cannot be empty, and then no picture", () => {
    const noEmpty = { ...whole, shots: [shot("full"), shot("error")] }
    expect(findGaps(["home/page.tsx"], [noEmpty])).toHaveLength(1)
    expect(findGaps(["home/page.tsx"], [{ ...noEmpty, neverEmpty: "It is one form." }])).toEqual([])
  })
})
