import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatJoinCode, JOIN_CODE_BYTES, makeJoinCode, readJoinCode } from "./join-code"

const randomBytes = fc.uint8Array({ minLength: JOIN_CODE_BYTES, maxLength: JOIN_CODE_BYTES })

describe("a join code", () => {
  it("spells 40 bits in eight letters", () => {
    expect(makeJoinCode(new Uint8Array(5))).toBe("00000000")
    expect(makeJoinCode(new Uint8Array(5).fill(255))).toBe("ZZZZZZZZ")
    expect(makeJoinCode(Uint8Array.of(0, 0, 0, 0, 33))).toBe("00000011")
  })

  it("is read back from the way it is shown, whatever the case and the dashes", () => {
    fc.assert(
      fc.property(randomBytes, (random) => {
        const code = makeJoinCode(random)
        expect(readJoinCode(formatJoinCode(code))).toBe(code)
        expect(readJoinCode(` ${formatJoinCode(code).toLowerCase().replace("-", " – ")} `)).toBe(code)
      }),
    )
  })

  it("takes the letters people confuse", () => {
    expect(readJoinCode("oOiIlL-Z9")).toBe("001111Z9")
  })

  it.each(["", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFG!", "UUUU-UUUU", "ＡＢ"])("refuses %j", (typed) => {
    expect(readJoinCode(typed)).toBeNull()
  })

  it("refuses anything but five bytes", () => {
    expect(() => makeJoinCode(new Uint8Array(4))).toThrow(RangeError)
  })
})
