import { describe, expect, it } from "vitest"
import { sameOrigin } from "@/lib/platform/same-origin"

const asked = (headers: Record<string, string>) => sameOrigin(new Headers(headers))

describe("sameOrigin", () => {
  it.each([
    ["over plain HTTP", { host: "school.lan:3000", origin: "http://school.lan:3000" }],
    [
      "behind a proxy that ends TLS",
      { host: "school.example", origin: "https://school.example", "x-forwarded-proto": "https" },
    ],
    [
      "behind two proxies, of which the outer one ends TLS",
      { host: "school.example", origin: "https://school.example", "x-forwarded-proto": "https, http" },
    ],
    [
      "where a proxy asks under a name of its own",
      {
        host: "inner:3000",
        origin: "https://school.example",
        "x-forwarded-proto": "https",
        "x-forwarded-host": "school.example",
      },
    ],
  ])("accepts a page of ours %s", (_, headers) => {
    expect(asked(headers)).toBe(true)
  })

  it.each([
    ["no origin", {}],
    ["an empty origin", { origin: "" }],
    ["a null origin", { origin: "null" }],
    ["another site", { origin: "http://evil.example" }],
    ["a subdomain", { origin: "http://x.school.lan:3000" }],
    ["a name that only begins alike", { origin: "http://school.lan.evil.example:3000" }],
    ["another port", { origin: "http://school.lan:3001" }],
    ["no port", { origin: "http://school.lan" }],
    ["another scheme", { origin: "https://school.lan:3000" }],
    [
      "the plain page of a site behind TLS",
      { origin: "http://school.lan:3000", "x-forwarded-proto": "https" },
    ],
    ["two origins", { origin: "http://school.lan:3000, http://evil.example" }],
    ["no address at all", { origin: "not an address" }],
  ])("refuses %s", (_, headers) => {
    expect(asked({ host: "school.lan:3000", ...headers })).toBe(false)
  })
})
