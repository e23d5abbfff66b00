import { describe, expect, it } from "vitest"
import { waitedFor } from "./waited-for"

const now = new Date("2026-11-25T10:00:00Z")
const minutesAgo = (minutes: number) => now.getTime() - minutes * 60_000

describe("waitedFor", () => {
  it.each([
    [-5, "minutes", 0],
    [0.5, "minutes", 0],
    [59.9, "minutes", 59],
    [60, "hours", 1],
    [47 * 60 + 59, "hours", 47],
    [48 * 60, "days", 2],
    [100 * 60, "days", 4],
  ] as const)("%d minutes: %s %d", (minutes, unit, count) => {
    expect(waitedFor(minutesAgo(minutes), now)).toEqual({ unit, count })
  })
})
