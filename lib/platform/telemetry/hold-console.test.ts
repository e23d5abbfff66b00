import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { log } from "@/lib/platform/log"
import { holdConsole } from "./hold-console"

const whole = { ...console }
beforeEach(() => holdConsole())
afterEach(() => {
  Object.assign(console, whole)
  vi.restoreAllMocks()
})

it("turns what a library prints into a line that says from where, and holds no word of it", () => {
  const error = vi.spyOn(log, "error").mockReturnValue(undefined)
  const info = vi.spyOn(log, "info").mockReturnValue(undefined)
  console.error("Mara Vogel", Object.assign(new Error("mara@vogel.example"), { code: "EENVELOPE" }))
  console.log({ name: "Mara Vogel" })
  expect(error).toHaveBeenCalledWith(
    {
      from: expect.arrayContaining([expect.stringContaining("hold-console.test.ts")]),
      error: expect.objectContaining({ code: "EENVELOPE" }),
    },
    "console.error",
  )
  expect(info).toHaveBeenCalledTimes(1)
  expect(JSON.stringify([error.mock.calls, info.mock.calls])).not.toMatch(/mara|vogel/i)
})
