import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  defaultType,
  formatType,
  parseType,
  stepSize,
  type TypeSettings,
  typeSizes,
  typeStyle,
  withLargerType,
} from "./type-settings"

const settings: fc.Arbitrary<TypeSettings> = fc.record({
  size: fc.constantFrom(null, ...typeSizes),
  lines: fc.constantFrom("close", "even", "open"),
  face: fc.constantFrom("read", "clear"),
})

describe("type settings", () => {
  it("come back from the cookie as they went", () => {
    fc.assert(
      fc.property(settings, (one) => {
        expect(parseType(formatType(one))).toEqual(one)
      }),
    )
  })

  it("are the page's own when the cookie says nothing known", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, ...typeSizes]).toContain(parseType(text).size)
      }),
    )
    expect(parseType(undefined)).toEqual(defaultType)
    expect(typeStyle(defaultType)).toEqual({})
  })

  it("step through the sizes and stop at the ends", () => {
    expect(stepSize(null, 1)).toBe(21)
    expect(stepSize(16, -1)).toBeNull()
    expect(stepSize(30, 1)).toBeNull()
  })
})

describe("larger type", () => {
  it("is where somebody begins to whom it is granted, and a size of their own wins", () => {
    expect(withLargerType(defaultType, true).size).toBe(23)
    expect(withLargerType(parseType("auto.open.clear"), true)).toEqual({
      size: 23,
      lines: "open",
      face: "clear",
    })
    for (const size of typeSizes) expect(withLargerType({ ...defaultType, size }, true).size).toBe(size)
    expect(withLargerType(defaultType, false)).toEqual(defaultType)
  })
})
