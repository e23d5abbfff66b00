import { describe, expect, it } from "vitest"
import { sinceWhen } from "@/components/quiz/outbox/since-when"

const now = new Date(2026, 2, 5, 9, 0)

describe("sinceWhen", () => {
  it.each([
    [new Date(2026, 2, 5, 0, 1), { kind: "today", day: "" }],
    [new Date(2026, 2, 4, 23, 59), { kind: "day", day: "Wednesday" }],
    [new Date(2026, 2, 3, 10, 0), { kind: "day", day: "Tuesday" }],
    // A week ago the same day would be another Thursday.
    [new Date(2026, 1, 26, 10, 0), { kind: "day", day: "26 February" }],
  ])("says of %s what one would say", (given, said) => {
    expect(sinceWhen(given, now, "en")).toEqual(said)
  })
})
