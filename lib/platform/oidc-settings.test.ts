import { describe, expect, it } from "vitest"
import { readOidcSettings } from "./oidc-settings"

const whole = {
  OIDC_ISSUER: "https://login.x.example/tenant/v2.0/",
  OIDC_CLIENT_ID: "colloquy",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_NAME: "the district",
}

describe("the provider of the environment", () => {
  it("is none where nothing is set, or all of it is empty", () => {
    expect(readOidcSettings({})).toBeNull()
    expect(readOidcSettings({ OIDC_ISSUER: "", OIDC_CLIENT_ID: " " })).toBeNull()
  })

  it("is read without a slash at the end of its address", () => {
    expect(readOidcSettings(whole)).toEqual({
      issuer: "https://login.x.example/tenant/v2.0",
      clientId: "colloquy",
      clientSecret: "secret",
      name: "the district",
    })
  })

  it("goes by its host where it has no name", () => {
    expect(readOidcSettings({ ...whole, OIDC_NAME: undefined })?.name).toBe("login.x.example")
  })

  it.each(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])("says that %s is missing", (name) => {
    expect(() => readOidcSettings({ ...whole, [name]: "" })).toThrow(`${name} missing`)
  })

  it("says what is missing where only the name is set", () => {
    expect(() => readOidcSettings({ OIDC_NAME: "x" })).toThrow(
      "OIDC_ISSUER and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET missing",
    )
  })

  it.each([
    "login.x.example",
    "http://login.x.example",
    "ftp://x.example",
    "https://x.example/?a=1",
    "javascript:1",
  ])("refuses the address %s", (issuer) =>
    expect(() => readOidcSettings({ ...whole, OIDC_ISSUER: issuer })).toThrow("OIDC_ISSUER"),
  )

  it("takes a provider on this machine in the clear", () => {
    expect(readOidcSettings({ ...whole, OIDC_ISSUER: "http://127.0.0.1:9000" })?.issuer).toBe(
      "http://127.0.0.1:9000",
    )
  })
})
