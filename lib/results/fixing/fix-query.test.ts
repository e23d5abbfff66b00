import { describe, expect, it } from "vitest"
import { readFixQuery } from "./fix-query"

const id = "7f2c7f60-3c5e-4d0a-9f6e-0d5b6f7a8c9d"

describe("readFixQuery", () => {
  it.each([
    ["nothing", {}, null],
    ["something else", { do: "delete" }, null],
    ["a key without an option", { do: "rekey" }, null],
    ["an option that is none", { do: "rekey", option: "x" }, null],
    ["an option", { do: "rekey", option: id }, { kind: "rekey", named: { optionIds: [id] } }],
    ["several", { do: "rekey", option: [id, id] }, { kind: "rekey", named: { optionIds: [id, id] } }],
    [
      "a word that was pointed at",
      { do: "accept", answer: "noise" },
      { kind: "accept", named: { text: "noise" } },
    ],
    [
      "a word typed beside it",
      { do: "accept", answer: "noise", text: " hush " },
      { kind: "accept", named: { text: "hush" } },
    ],
    ["all points", { do: "credit", option: id }, { kind: "credit" }],
    ["points", { do: "points", points: "3" }, { kind: "points", points: 3 }],
    ["half a point", { do: "points", points: "0.5" }, null],
    ["no points", { do: "points", points: "" }, null],
  ])("%s", (_, raw, expected) => {
    expect(readFixQuery(raw).fix).toEqual(expected)
  })

  it("keeps what was chosen so far", () => {
    expect(readFixQuery({ do: "points", points: "99" })).toMatchObject({
      kind: "points",
      points: 99,
      fix: null,
    })
    expect(readFixQuery({ applied: "12" }).applied).toBe(12)
    expect(readFixQuery({ applied: "-1" }).applied).toBeNull()
  })
})
