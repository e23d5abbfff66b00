import { expect, it } from "vitest"
import { decideDates } from "./decide-dates"
import { proposeDates } from "./proposed-dates"

it("proposes dates of the school's own days, which can be taken as they are", () => {
  const now = new Date("2026-11-23T20:00:00Z")
  const proposed = proposeDates(now, "Asia/Karachi")
  expect(proposed).toEqual({
    opensAt: "2026-11-24T01:00",
    dueAt: "2026-12-01T23:59",
    closesAt: "2026-12-03T23:59",
  })
  expect(decideDates(proposed, "Asia/Karachi", { now }).ok).toBe(true)
})
