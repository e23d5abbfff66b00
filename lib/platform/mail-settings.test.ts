import { describe, expect, test } from "vitest"
import { readMailSettings } from "./mail-settings"

const whole = {
  SMTP_URL: "smtps://school:secret@mail.example.org",
  MAIL_FROM: "Colloquy <colloquy@example.org>",
  COLLOQUY_URL: "https://colloquy.example.org/",
}

describe("mail settings", () => {
  test("are none without a server, whatever else is set", () => {
    expect(readMailSettings({})).toBeNull()
    expect(readMailSettings({ ...whole, SMTP_URL: " " })).toBeNull()
  })

  test("lose the slash at the end of an address", () => {
    expect(readMailSettings(whole)).toEqual({
      smtpUrl: whole.SMTP_URL,
      from: whole.MAIL_FROM,
      address: "https://colloquy.example.org",
    })
  })

  test("say what is missing", () => {
    expect(() => readMailSettings({ SMTP_URL: whole.SMTP_URL })).toThrow("MAIL_FROM and COLLOQUY_URL missing")
  })

  test.each([
    [{ SMTP_URL: "mail.example.org:secret" }, "SMTP_URL"],
    [{ SMTP_URL: "https://school:secret@mail.example.org" }, "SMTP_URL"],
    [{ COLLOQUY_URL: "colloquy.example.org" }, "COLLOQUY_URL"],
  ])("name the address that is none, and repeat no password: %j", (change, name) => {
    const read = () => readMailSettings({ ...whole, ...change })
    expect(read).toThrow(name)
    expect(read).not.toThrow("secret")
  })
})
