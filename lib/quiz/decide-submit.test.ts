import { describe, expect, it } from "vitest"
import { closesItself, decideSubmit, type SubmitFacts } from "@/lib/quiz/decide-submit"

const end = new Date("2026-03-02T10:30:00Z")
const past = (milliseconds: number) => new Date(end.getTime() + milliseconds)
const MINUTE = 60_000
const open = (over: Partial<SubmitFacts> = {}): SubmitFacts => ({
  state: "open",
  deadlineAt: end,
  graceMinutes: 0,
  submitKey: null,
  ...over,
})

describe("an attempt's end", () => {
  it("is its deadline, to the millisecond", () => {
    expect(closesItself(open(), end)).toBe(false)
    expect(closesItself(open(), past(1))).toBe(true)
  })

  it("waits out the grace, for answers on their way", () => {
    const graced = open({ graceMinutes: 2 })
    expect(closesItself(graced, past(2 * MINUTE))).toBe(false)
    expect(closesItself(graced, past(2 * MINUTE + 1))).toBe(true)
  })

  it("is none without a deadline, and none twice", () => {
    expect(closesItself(open({ deadlineAt: null, graceMinutes: 2 }), past(1e9))).toBe(false)
    expect(closesItself(open({ state: "submitted" }), past(1e9))).toBe(false)
  })
})

describe("handing in", () => {
  it("is the student's act up to the deadline, and the deadline's after it, in the grace too", () => {
    expect(decideSubmit(open(), "key", end)).toEqual({
      outcome: "submit",
      endedBy: "student",
      submittedAt: end,
    })
    for (const graceMinutes of [0, 5])
      expect(decideSubmit(open({ graceMinutes }), "key", past(1))).toEqual({
        outcome: "submit",
        endedBy: "deadline",
        submittedAt: end,
      })
  })

  it("is done once, and not by the late repetition of a submission from before it was reopened", () => {
    expect(decideSubmit(open({ state: "submitted" }), "key", end)).toEqual({ outcome: "repeated" })
    expect(decideSubmit(open({ submitKey: "key" }), "key", end)).toEqual({ outcome: "stale" })
    expect(decideSubmit(open({ submitKey: "key" }), "another", end)).toMatchObject({ outcome: "submit" })
  })
})
