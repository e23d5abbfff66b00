import { describe, expect, it } from "vitest"
import { ROWS, readArguments } from "./arguments"

describe("the bench's arguments", () => {
  it("ask for everything, or for some rows, in the bench's own order", () => {
    expect(readArguments([])).toEqual({ rows: ROWS, jsonFile: null })
    expect(readArguments(["--only", "w6,W4a"])).toEqual({ rows: ["W4a", "W6"], jsonFile: null })
  })

  it("name a file before or after the rows", () => {
    expect(readArguments(["out.json", "--only", "W1"])).toEqual({ rows: ["W1"], jsonFile: "out.json" })
    expect(readArguments(["--only", "W1", "out.json"])).toEqual({ rows: ["W1"], jsonFile: "out.json" })
    expect(readArguments(["out.json"]).rows).toEqual(ROWS)
  })

  it("are refused where there is no such row or option", () => {
    expect(() => readArguments(["--only", "W9"])).toThrow("W9")
    expect(() => readArguments(["--only"])).toThrow("There is no row")
    expect(() => readArguments(["--quick"])).toThrow("--quick")
  })
})
