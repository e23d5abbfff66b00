import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { returnPath } from "./return-path"

describe("returnPath", () => {
  it.each(["/home", "/a/0190/read?focus=4.2#s-4-2", "/teach/classes/k3x9"])("leads back to %s", (next) => {
    expect(returnPath(next)).toBe(next)
  })

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "home",
    "",
    "/sign-in?next=/home",
    "/sign-out",
    "/api/auth/signout",
    `/${"x".repeat(600)}`,
    null,
    undefined,
    ["/home"],
    { toString: () => "/home" },
  ])("refuses %j", (next) => {
    expect(returnPath(next)).toBeNull()
  })

  it("never leaves the site, whatever is asked", () => {
    const pieces = fc.array(
      fc.constantFrom("/", "\\", ".", "..", "@", ":", "//", "evil.example", "home", "%2f", "\t", "#", "?"),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const path = returnPath(`/${parts.join("")}`)
        if (path !== null) expect(new URL(path, "http://here.example").origin).toBe("http://here.example")
      }),
    )
  })
})
