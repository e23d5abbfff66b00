import { afterEach, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { log } from "@/lib/platform/log"
import { runPublicAction } from "@/lib/platform/run-public-action"
import { request } from "@/tests/support/matrix/next-headers"
import { headersOf } from "@/tests/support/matrix/press"

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))

afterEach(() => vi.restoreAllMocks())

/** Presses a button whose use case fails with this. */
async function failWith(error: Error) {
  for (const level of ["warn", "error"] as const) vi.spyOn(log, level).mockImplementation(() => {})
  request(headersOf(null))
  const fails = async () => Promise.reject(error)
  return runPublicAction(z.object({}), fails, async () => null)({})
}

describe("an action of somebody who is not signed in", () => {
  it("says of what passes by itself that it may be sent again, and calls the rest a bug", async () => {
    const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })
    expect(await failWith(away)).toMatchObject({ ok: false, code: "common.unavailable" })
    expect(await failWith(new Error("Nobody thought of this"))).toMatchObject({ ok: false, code: "bug" })
  })
})
