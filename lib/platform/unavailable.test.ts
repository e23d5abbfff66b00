import { describe, expect, it } from "vitest"
import { unavailableRefusal } from "@/lib/platform/unavailable"

const failed = (more: object, message = "failed") => Object.assign(new Error(message), more)

describe("unavailableRefusal", () => {
  it.each([
    ["a full disk", failed({ code: "53100" })],
    ["a database that stops", failed({ code: "57P01" })],
    ["one that starts", failed({ code: "57P03" })],
    ["nobody at the port", failed({ code: "ECONNREFUSED" })],
    ["a cut line", failed({}, "Connection terminated unexpectedly")],
    ["no free connection in time", failed({}, "timeout exceeded when trying to connect")],
    ["Prisma's word for a closed connection", failed({ code: "P1017" })],
    [
      "a full disk that Prisma wraps",
      failed({ code: "P2010", meta: { driverAdapterError: failed({ cause: { originalCode: "53100" } }) } }),
    ],
    [
      "a cut line under a statement written by hand",
      failed({
        code: "P2010",
        meta: { driverAdapterError: failed({ cause: { kind: "ConnectionClosed" } }) },
      }),
    ],
  ])("asks to come again for %s", (_, error) => {
    expect(unavailableRefusal(error)).toMatchObject({ kind: "unavailable", code: "common.unavailable" })
  })

  it("says nothing of a bug", () => {
    expect(unavailableRefusal(failed({ code: "P2002" }))).toBeNull()
    expect(unavailableRefusal(failed({ code: "42P01" }, 'relation "x" does not exist'))).toBeNull()
    expect(unavailableRefusal(new TypeError("x is not a function"))).toBeNull()
    expect(unavailableRefusal("a string")).toBeNull()
  })

  it("ends with an error that is its own cause", () => {
    const error = failed({})
    error.cause = error
    expect(unavailableRefusal(error)).toBeNull()
  })
})
