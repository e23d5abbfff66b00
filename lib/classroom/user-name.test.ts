import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isUserName, makeUserName, normaliseUserName } from "./user-name"

describe("normaliseUserName", () => {
  it("makes one person of every way to type a name", () => {
    expect(normaliseUserName("  Amina.Khan ")).toBe("amina.khan")
    expect(normaliseUserName("ＡＭＩＮＡ")).toBe("amina")
  })

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const once = normaliseUserName(typed)
        expect(normaliseUserName(once)).toBe(once)
      }),
    )
  })
})

describe("isUserName", () => {
  it.each(["amina", "amina.khan", "a_b-c", "o3x", "أمينة.خان"])("accepts %s", (name) => {
    expect(isUserName(name)).toBe(true)
  })
  it.each([
    "ab",
    "Amina",
    "amina khan",
    "amina@x.org",
    ".amina",
    "amina.",
    "a..b",
    "x".repeat(41),
    "<b>bold</b>",
  ])("refuses %s", (name) => {
    expect(isUserName(name)).toBe(false)
  })
})

describe("makeUserName", () => {
  it.each([
    ["Amina Khan", "amina.khan"],
    ["Zoë van der Berg", "zoe.berg"],
    ["Conor O'Brien", "conor.obrien"],
    ["Łukasz Straße", "lukasz.strasse"],
    ["Li", "student"],
    ["أمينة خان", "student"],
  ])("makes a name of %s that any keyboard can type", (displayName, expected) => {
    expect(makeUserName(displayName, new Set())).toBe(expected)
  })

  it("counts on where a name is taken", () => {
    expect(makeUserName("Amina Khan", new Set(["amina.khan", "amina.khan2"]))).toBe("amina.khan3")
  })

  it("always makes a valid name that is free", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (displayName) => {
        const taken = new Set([makeUserName(displayName, new Set())])
        const made = makeUserName(displayName, taken)
        expect(isUserName(made)).toBe(true)
        expect(taken.has(made)).toBe(false)
      }),
    )
  })
})
