import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MADE_PASSWORD_BYTES, makePassword, WORDS } from "./made-password"
import { isCommonPassword } from "./password"

describe("a made password", () => {
  it("has 256 different words to draw from, a byte each", () => {
    expect(new Set(WORDS).size).toBe(256)
    expect(WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
  })

  it("is four words and a number, long enough for every rule", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: MADE_PASSWORD_BYTES, maxLength: MADE_PASSWORD_BYTES }),
        (random) => {
          const made = makePassword(random)
          expect(made).toMatch(/^([a-z]+-){4}\d\d$/)
          expect(made.length).toBeGreaterThanOrEqual(12)
          expect(isCommonPassword(made)).toBe(false)
        },
      ),
    )
  })
})
