import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideStart } from "@/lib/quiz/decide-start"
import { decideRelease, firstReleasedAt, type ReleaseFacts, type ReleasePolicy } from "@/lib/quiz/release"

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute))

const facts = (over: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  policy: "on_submit",
  releasedAt: null,
  dueAt: at(30),
  closesAt: at(50),
  submittedAttempts: 1,
  hasOpenAttempt: false,
  attemptsLeft: 0,
  ...over,
})

describe("decideRelease", () => {
  it.each<[string, Partial<ReleaseFacts>, Date, boolean]>([
    ["on submission, once no attempt is left", {}, at(10), true],
    ["on submission with another attempt to come", { attemptsLeft: 1 }, at(10), false],
    ["on submission with another attempt, after the close", { attemptsLeft: 1 }, at(50), true],
    ["after the due date, before it", { policy: "after_due" }, at(29), false],
    ["after the due date, at it", { policy: "after_due" }, at(30), true],
    ["after the close, before it", { policy: "after_close" }, at(49), false],
    ["by the teacher, not yet", { policy: "by_teacher" }, at(59), false],
    ["by the teacher, done", { policy: "by_teacher", releasedAt: at(12) }, at(12), true],
    ["by the teacher, in the future", { policy: "by_teacher", releasedAt: at(13) }, at(12), false],
    ["nothing submitted", { submittedAttempts: 0 }, at(59), false],
    ["an attempt is open", { hasOpenAttempt: true, releasedAt: at(1) }, at(59), false],
  ])("%s", (_, over, now, expected) => {
    expect(decideRelease(facts(over), now).released).toBe(expected)
  })

  it("never reveals before a retry: no history has results shown and then another attempt", () => {
    const policies: ReleasePolicy[] = ["on_submit", "after_due", "after_close", "by_teacher"]
    const step = fc.constantFrom("start", "submit", "release", "wait")
    const history = fc.array(step, { maxLength: 25 })
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.integer({ min: 1, max: 3 }),
        history,
        (policy, allowed, steps) => {
          let minute = 0
          let revealed = false
          const state = { submitted: 0, open: false, releasedAt: null as Date | null }
          for (const action of steps) {
            minute += 4
            const attemptsLeft = allowed - state.submitted - (state.open ? 1 : 0)
            const release = facts({
              policy,
              releasedAt: state.releasedAt,
              submittedAttempts: state.submitted,
              hasOpenAttempt: state.open,
              attemptsLeft,
            })
            if (decideRelease(release, at(minute)).released) revealed = true
            if (action === "submit" && state.open) {
              state.open = false
              state.submitted++
            }
            if (action === "release") state.releasedAt = at(minute)
            if (action === "start" && !state.open) {
              const decision = decideStart(
                {
                  opensAt: at(0),
                  closesAt: at(50),
                  attemptsLeft,
                  resultsReleased: decideRelease(release, at(minute)).released,
                  coolDownMinutes: 0,
                  lastSubmittedAt: null,
                  teacherStarts: false,
                  quizStartedAt: null,
                },
                at(minute),
              )
              if (decision.ok) state.open = true
            }
            expect(revealed && state.open).toBe(false)
          }
        },
      ),
    )
  })
})

describe("firstReleasedAt", () => {
  it.each<[string, Partial<ReleaseFacts>, Date | null]>([
    ["on submission", {}, null],
    ["on submission, and by hand later", { releasedAt: at(20) }, null],
    ["on submission with an attempt left, at the close", { attemptsLeft: 1 }, at(50)],
    ["after the due date", { policy: "after_due" }, at(30)],
    ["after the due date, by hand before", { policy: "after_due", releasedAt: at(20) }, at(20)],
    ["after the due date, by hand after it", { policy: "after_due", releasedAt: at(40) }, at(30)],
    ["by the teacher", { policy: "by_teacher", releasedAt: at(12) }, at(12)],
  ])("%s", (_, over, expected) => {
    expect(firstReleasedAt(facts(over), at(59))).toEqual(expected)
  })
})
