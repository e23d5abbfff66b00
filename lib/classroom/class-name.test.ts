import { describe, expect, it } from "vitest"
import { classNameFault } from "./class-name"

describe("classNameFault", () => {
  it("takes any name that is there and not too long", () => {
    expect(classNameFault("Grade 10 B")).toBeNull()
    expect(classNameFault("")?.code).toBe("people.classNameMissing")
    expect(classNameFault("x".repeat(81))?.code).toBe("people.classNameLong")
  })
})
