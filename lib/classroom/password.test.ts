import { describe, expect, it } from "vitest"
import { isCommonPassword, passwordFault } from "./password"

const amina = ["amina.khan", "Amina Khan"]

describe("passwordFault", () => {
  it("asks eight letters of a student and twelve of staff", () => {
    expect(passwordFault("kestrel", "student", amina)).toEqual({
      code: "people.passwordTooShort",
      params: { minimum: 8 },
    })
    expect(passwordFault("kestrels", "student", amina)).toBeNull()
    expect(passwordFault("kestrels", "assistant", [])?.code).toBe("people.passwordTooShort")
    expect(passwordFault("two kestrels", "teacher", [])).toBeNull()
  })

  it("counts letters, not code units", () => {
    expect(passwordFault("😀😀😀😀", "student", [])?.code).toBe("people.passwordTooShort")
  })

  it.each([
    "amina.khan",
    "AminaKhan1",
    "khan-amina-2012",
    "12345678",
    "password1",
    "Passw0rd!!",
    "aaaaaaaaaa",
    "87654321",
  ])("refuses %s as too easy", (password) => {
    expect(passwordFault(password, "student", amina)).toEqual({ code: "people.passwordEasy" })
  })
})

describe("isCommonPassword", () => {
  it.each(["correct horse battery", "quiet-otter-9", "میرا پاس ورڈ"])("takes %s", (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })
  it("says so of a short string of digits, whatever they are", () => {
    expect(isCommonPassword("20120504")).toBe(true)
  })
})
