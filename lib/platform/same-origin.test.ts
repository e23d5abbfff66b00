import { describe, expect, it } from "vitest"
import { sameOrigin } from "@/lib/platform/same-origin"

const asked = (headers: Record<string, string>) => sameOrigin(new Headers(headers))

describe("sameOrigin", () => {
  it("accepts a page of the host that was asked", () => {
    expect(asked({ host: "school.lan:3000", origin: "http://school.lan:3000" })).toBe(true)
  })

  it.each([
    ["no origin", {}],
    ["a null origin", { origin: "null" }],
    ["another site", { origin: "http://evil.example" }],
    ["a subdomain", { origin: "http://x.school.lan:3000" }],
    ["another port", { origin: "http://school.lan:3001" }],
    ["no address at all", { origin: "not an address" }],
  ])("refuses %s", (_, headers) => {
    expect(asked({ host: "school.lan:3000", ...headers })).toBe(false)
  })
})
