import { describe, expect, it } from "vitest"
import { decideStart, nextAttemptFrom, type StartFacts } from "@/lib/quiz/decide-start"

const at = (clock: string) => new Date(`2026-11-24T${clock}:00Z`)

const open: StartFacts = {
  opensAt: at("08:00"),
  closesAt: at("12:00"),
  attemptsLeft: 1,
  resultsReleased: false,
  coolDownMinutes: 0,
  lastSubmittedAt: null,
  teacherStarts: false,
  quizStartedAt: null,
}

const codeAt = (clock: string, facts: Partial<StartFacts> = {}): string => {
  const decision = decideStart({ ...open, ...facts }, at(clock))
  return decision.ok ? "starts" : decision.refusal.code
}

describe("decideStart", () => {
  it("starts from the opening up to, but not at, the close", () => {
    expect(codeAt("07:59")).toBe("quiz.notOpenYet")
    expect(codeAt("08:00")).toBe("starts")
    expect(codeAt("11:59")).toBe("starts")
    expect(codeAt("12:00")).toBe("quiz.closed")
  })

  it("starts nothing without an attempt left, or once the answers were shown", () => {
    expect(codeAt("09:00", { attemptsLeft: 0 })).toBe("quiz.noAttemptsLeft")
    expect(codeAt("09:00", { resultsReleased: true })).toBe("quiz.resultsShown")
  })

  it("waits for the teacher where the teacher begins the quiz", () => {
    expect(codeAt("09:00", { teacherStarts: true })).toBe("quiz.teacherStarts")
    expect(codeAt("09:00", { teacherStarts: true, quizStartedAt: at("08:59") })).toBe("starts")
    expect(codeAt("09:00", { quizStartedAt: null })).toBe("starts")
  })

  it("lets an attempt rest before the next one, and says for how many minutes more", () => {
    const rested = { coolDownMinutes: 30, lastSubmittedAt: at("09:00") }
    expect(codeAt("09:29", rested)).toBe("quiz.coolsDown")
    expect(codeAt("09:30", rested)).toBe("starts")
    const decision = decideStart({ ...open, ...rested }, new Date(at("09:20").getTime() + 1))
    expect(decision.ok ? null : decision.refusal.params).toEqual({ minutes: 10 })
  })

  it("has nothing to wait for before the first attempt or without a rest", () => {
    expect(nextAttemptFrom({ coolDownMinutes: 30, lastSubmittedAt: null })).toBeNull()
    expect(nextAttemptFrom({ coolDownMinutes: 0, lastSubmittedAt: at("09:00") })).toBeNull()
  })
})
