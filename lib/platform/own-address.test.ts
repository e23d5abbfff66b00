import { describe, expect, it } from "vitest"
import { isWebAddress, ownAddress } from "./own-address"

const BASE = "http://school.test:3000"

describe("an address to lead back to", () => {
  it("is one of this site, with letters that a header can hold", () => {
    expect(ownAddress("/account", BASE)).toBe(`${BASE}/account`)
    expect(ownAddress(`${BASE}/teach?q=1`, BASE)).toBe(`${BASE}/teach?q=1`)
    expect(ownAddress("/é\u202e", BASE)).toBe(`${BASE}/%C3%A9%E2%80%AE`)
  })

  // A scanner's: each was answered 500 and counted as a bug of ours.
  it.each(["http://", "http://[", `${BASE}'`, "//evil.example", "javascript:alert(1)", 7, null, ["/"], {}])(
    "is not %j",
    (asked) => {
      expect(ownAddress(asked, BASE)).toBeNull()
    },
  )
})

describe("words that next-auth can read as an address", () => {
  it.each(["/", "/home?a=b", "http://school.test/", "https://evil.example/x"])("%s", (asked) => {
    expect(isWebAddress(asked)).toBe(true)
  })

  it.each(["home", "http://[", "javascript:alert(1)", "'", "{}"])("not %s", (asked) => {
    expect(isWebAddress(asked)).toBe(false)
  })
})
