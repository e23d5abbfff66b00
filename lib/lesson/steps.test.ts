import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buildSteps, nextStep, quizDone, readingMinutes, type StepFacts, windowState } from "./steps"

const now = new Date("2026-11-24T10:00:00Z")
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

const untouched: StepFacts = {
  assignmentId: "a1",
  opensAt: hours(-24),
  dueAt: hours(48),
  closesAt: hours(72),
  hasStanceStatement: true,
  stanceBefore: false,
  stanceAfterReading: false,
  stanceAfterDiscussion: false,
  wordCount: 800,
  sentenceCount: 25,
  sentencesRead: 0,
  readingStarted: false,
  readingFinished: false,
  itemCount: 12,
  quizWaits: false,
  timeLimitMinutes: 30,
  attempt: null,
  promptCount: 4,
  ownPosts: 0,
}

const read = {
  ...untouched,
  stanceBefore: true,
  readingStarted: true,
  readingFinished: true,
  sentencesRead: 25,
}
const states = (facts: StepFacts, at = now) =>
  Object.fromEntries(buildSteps(facts, at).map((step) => [step.step, step.state]))
const details = (facts: StepFacts) =>
  Object.fromEntries(buildSteps(facts, now).map((step) => [step.step, step.detailCode]))

describe("buildSteps", () => {
  it("starts with the stance, and keeps the text shut until it is taken", () => {
    expect(states(untouched)).toEqual({
      stance: "now",
      read: "locked",
      quiz: "locked",
      discuss: "locked",
      reflect: "locked",
    })
    const [, read] = buildSteps(untouched, now)
    expect(read).toMatchObject({
      detailCode: "minutes",
      detailParams: { minutes: 5 },
      lockedBy: "afterStance",
    })
  })

  it("opens quiz and discussion once the text was opened, with reading still the thing to do", () => {
    const facts = { ...untouched, stanceBefore: true, readingStarted: true, sentencesRead: 12 }
    expect(states(facts)).toEqual({
      stance: "done",
      read: "now",
      quiz: "later",
      discuss: "later",
      reflect: "locked",
    })
    const [, reading, quiz] = buildSteps(facts, now)
    expect(reading).toMatchObject({
      detailCode: "minutesLeft",
      detailParams: { minutes: 3 },
      href: "/a/a1/read",
    })
    expect(quiz).toMatchObject({
      detailCode: "questionsMinutes",
      detailParams: { questions: 12, minutes: 30 },
    })
  })

  it("asks for the stance after reading before the discussion counts as done", () => {
    const posted = { ...read, attempt: submitted, ownPosts: 2 }
    expect(details(posted).discuss).toBe("stanceAgain")
    expect(nextStep(buildSteps(posted, now))?.step).toBe("discuss")
    expect(nextStep(buildSteps({ ...posted, stanceAfterReading: true }, now))?.step).toBe("reflect")
  })

  it("leaves out steps that have no matter", () => {
    const bare = { ...untouched, hasStanceStatement: false, itemCount: 0, promptCount: 0 }
    expect(states(bare)).toEqual({ read: "now" })
  })

  it("locks everything before the opening, and what is not done after the close", () => {
    expect(Object.values(states(untouched, hours(-48)))).toEqual(Array(5).fill("locked"))
    expect(states({ ...read, attempt: submitted }, hours(72))).toMatchObject({
      read: "done",
      quiz: "done",
      discuss: "locked",
    })
  })

  it("counts who has answered the quiz as having read", () => {
    const skimmed = { ...untouched, stanceBefore: true, readingStarted: true, attempt: submitted }
    expect(states(skimmed)).toMatchObject({ read: "done", discuss: "now" })
  })
})

const submitted = { id: "t1", number: 1, state: "submitted" as const, deadlineAt: null, graceMinutes: 0 }

it("an open attempt is over at its deadline, to the millisecond", () => {
  const attempt = { ...submitted, state: "open" as const, deadlineAt: now, graceMinutes: 0 }
  expect(quizDone({ attempt }, new Date(now.getTime() - 1))).toBe(false)
  expect(quizDone({ attempt }, now)).toBe(true)
})

it("is open from the opening up to the close", () => {
  const times = { opensAt: now, closesAt: hours(1) }
  expect(windowState(times, new Date(now.getTime() - 1))).toBe("before")
  expect(windowState(times, now)).toBe("open")
  expect(windowState(times, hours(1))).toBe("closed")
})

it("gives a short text at least a minute", () => {
  expect([readingMinutes(0), readingMinutes(160), readingMinutes(800)]).toEqual([1, 1, 5])
})

describe("laws", () => {
  const attempt = fc.option(
    fc.record({
      id: fc.constant("t1"),
      number: fc.constant(1),
      state: fc.constantFrom("open" as const, "submitted" as const),
      deadlineAt: fc.option(fc.integer({ min: -5, max: 5 }).map(hours)),
      graceMinutes: fc.constant(0),
    }),
  )
  const anyFacts = fc
    .record({
      hasStanceStatement: fc.boolean(),
      stanceBefore: fc.boolean(),
      stanceAfterReading: fc.boolean(),
      stanceAfterDiscussion: fc.boolean(),
      sentencesRead: fc.integer({ min: 0, max: 25 }),
      readingStarted: fc.boolean(),
      itemCount: fc.integer({ min: 0, max: 3 }),
      attempt,
      promptCount: fc.integer({ min: 0, max: 2 }),
      ownPosts: fc.integer({ min: 0, max: 2 }),
    })
    .map((some): StepFacts => ({ ...untouched, ...some, readingFinished: some.sentencesRead === 25 }))
  const walkable = anyFacts.map((facts) => ({
    ...facts,
    readingStarted: facts.readingStarted || facts.readingFinished,
  }))

  it("nobody is stuck: while it is open, either all is done or exactly one step is next", () => {
    fc.assert(
      fc.property(walkable, (facts) => {
        const steps = buildSteps(facts, now)
        const undone = steps.some((step) => step.state !== "done")
        expect(steps.filter((step) => step.state === "now")).toHaveLength(undone ? 1 : 0)
      }),
    )
  })

  it("a step has an address exactly when it is not locked", () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: -30, max: 80 }), (facts, hour) => {
        for (const step of buildSteps(facts, hours(hour)))
          expect(step.href === null).toBe(step.state === "locked")
      }),
    )
  })
})
