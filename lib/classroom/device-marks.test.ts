import { describe, expect, it } from "vitest"
import { addDeviceMark, findDeviceMark } from "./device-marks"

const secret = "a secret for this test only, long enough"

describe("device marks", () => {
  it("knows the person who signed in here, and nobody else", () => {
    const cookie = addDeviceMark(undefined, "amina", "n1", secret)
    expect(findDeviceMark(cookie, "amina", secret)).toBe("n1")
    expect(findDeviceMark(cookie, "bilal", secret)).toBeNull()
    expect(findDeviceMark(cookie, "amina", `${secret}!`)).toBeNull()
  })

  it("keeps several people of a shared computer, one mark each, eight at most", () => {
    let cookie: string | undefined
    for (let person = 0; person < 12; person++)
      cookie = addDeviceMark(cookie, `p${person}`, `n${person}`, secret)
    cookie = addDeviceMark(cookie, "p11", "again", secret)
    expect(findDeviceMark(cookie, "p11", secret)).toBe("again")
    expect(findDeviceMark(cookie, "p4", secret)).toBe("n4")
    expect(findDeviceMark(cookie, "p3", secret)).toBeNull()
    expect(cookie.split("~")).toHaveLength(8)
  })

  it.each(["", "n1", "n1.", "n1.forged", ".~.~", "~".repeat(10_000)])("finds nothing in %j", (cookie) => {
    expect(findDeviceMark(cookie, "amina", secret)).toBeNull()
  })
})
