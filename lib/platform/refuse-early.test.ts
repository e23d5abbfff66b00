import { describe, expect, it } from "vitest"
import { earlyRefusal } from "@/lib/platform/refuse-early"

const statusOf = (method: string, url: string, isFile = false) =>
  earlyRefusal({ method, url, isFile })?.status ?? null

describe("what is refused by its head alone", () => {
  it.each(["/admin/people?q=a%00b", "/teach/classes/%00", "/api/classes/x%00/gradebook.csv", "/?%00=1"])(
    "the character zero in an address: %s",
    (url) => {
      expect(statusOf("GET", url)).toBe(400)
      expect(statusOf("POST", url)).toBe(400)
    },
  )

  it.each(["/", "/teach/library/questions?q=100%25", "/sign-in?next=/a%2500b", "/home?x=%20%27%0a"])(
    "not what only looks like it: %s",
    (url) => expect(statusOf("GET", url)).toBeNull(),
  )

  it("anything but reading, where a file is asked for", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", ""])
      expect(earlyRefusal({ method, url: "/icon.svg", isFile: true })).toMatchObject({
        status: 405,
        headers: { allow: "GET, HEAD" },
      })
    for (const method of ["GET", "HEAD"]) expect(statusOf(method, "/icon.svg", true)).toBeNull()
    expect(statusOf("POST", "/sign-in")).toBeNull()
  })
})
