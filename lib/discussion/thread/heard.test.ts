import { describe, expect, it } from "vitest"
import { heardText, readHeard, readThreadEvent } from "./heard"

describe("what was heard", () => {
  it("comes back as it was said", () => {
    for (const heard of [
      { seq: 14, change: 3, halt: null },
      { seq: 14, change: 3, halt: "frozen" as const },
      { seq: 0, change: 0, halt: "locked" as const },
      { seq: 7, change: null, halt: null },
    ])
      expect(readHeard(heardText(heard))).toEqual(heard)
  })

  it.each(["", "x", "-1", "1.", ".1", "1.2.3", "1e3", " 1", "99999999999", "1.-2", "1.2.x", "1.frozen"])(
    "is not %j",
    (text) => {
      expect(readHeard(text)).toBeNull()
    },
  )
})

describe("an event", () => {
  it("is numbers, and nothing else that may stand there", () => {
    expect(readThreadEvent('{"seqs":[3,"4",null,5.5],"changed":[1]}')).toEqual({ seqs: [3], changed: [1] })
    for (const text of ["null", "[]", "7", '{"seqs":{}}'])
      expect(readThreadEvent(text)).toEqual({ seqs: [], changed: [] })
  })

  it("says what stops writing only where that changed", () => {
    const halts = [
      ['"frozen"', { halt: "frozen" }],
      ["null", { halt: null }],
      ['"else"', {}],
    ] as const
    for (const [halt, told] of halts)
      expect(readThreadEvent(`{"seqs":[],"changed":[],"halt":${halt}}`)).toEqual({
        seqs: [],
        changed: [],
        ...told,
      })
  })
})
