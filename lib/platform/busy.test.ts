import { describe, expect, it } from "vitest"
import { busyRefusal } from "@/lib/platform/busy"

const failed = (code: string, message: string) => Object.assign(new Error(message), { code })

describe("busyRefusal", () => {
  it("asks to come again where a transaction never began", () => {
    const error = failed("P2028", "Transaction API error: Unable to start a transaction in the given time.")
    expect(busyRefusal(error)).toMatchObject({ kind: "limited", code: "common.busy" })
  })

  it("says nothing of what broke in the middle, or elsewhere", () => {
    expect(busyRefusal(failed("P2028", "Transaction already closed"))).toBeNull()
    expect(busyRefusal(failed("P2002", "Unique constraint failed"))).toBeNull()
    expect(busyRefusal("a string")).toBeNull()
  })
})
