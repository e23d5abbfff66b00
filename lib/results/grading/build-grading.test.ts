import { describe, expect, it } from "vitest"
import { madeAttempt, madeStudent } from "@/tests/support/results-facts"
import type { StudentFacts } from "../results-facts"
import { buildGrading, type GivenGrade, type GradingFacts } from "./build-grading"

const student = (name: string, over: Partial<StudentFacts> = {}): StudentFacts =>
  madeStudent(name, {
    displayName: name.toUpperCase(),
    attempt: madeAttempt({ id: `attempt ${name}` }),
    ...over,
  })

const grade: GivenGrade = { levels: {}, comment: "", scoringId: "7", by: "T", at: new Date(0) }

const answer = (name: string, itemId: string, given: GivenGrade | null = null, text = "Words") => ({
  enrolmentId: name,
  itemId,
  attemptId: `attempt ${name}`,
  optionIds: [],
  text,
  sentenceIds: [],
  parts: [],
  confidence: null,
  numerator: null,
  denominator: null,
  answerRight: null,
  evidenceRight: null,
  given,
})

const item = (itemId: string, position: number) => ({
  itemId,
  position,
  title: null,
  prompt: "?",
  points: 1,
  rubric: null,
})
const names = ["ada", "ben", "cem", "dia", "eva", "fay"]
const facts = (over: Partial<GradingFacts> = {}): GradingFacts => ({
  items: [item("one", 1), item("two", 2)],
  students: names.map((name) => student(name)),
  answers: names.flatMap((name) => [answer(name, "one", grade), answer(name, "two")]),
  ...over,
})
const nothing = { itemId: null, attemptId: null }

describe("grading, question by question", () => {
  it("opens the first question with something left, and counts each", () => {
    const grading = buildGrading(facts(), nothing)
    expect(grading.items.map(({ graded, of }) => [graded, of])).toEqual([
      [6, 6],
      [0, 6],
    ])
    expect(grading.item?.itemId).toBe("two")
    expect(grading.open).toMatchObject({ number: 1, given: null })
  })

  it("walks every answer once, in an order that is not that of names, and another for every question", () => {
    const walk = (itemId: string) => {
      const seen: string[] = []
      let at: string | null = buildGrading(facts(), { itemId, attemptId: null }).answers[0]?.attemptId ?? null
      while (at) {
        const { open, next } = buildGrading(facts(), { itemId, attemptId: at })
        seen.push(open?.enrolmentId ?? "")
        at = next
      }
      return seen
    }
    expect([...walk("one")].sort()).toEqual(names)
    expect(walk("one")).not.toEqual(names)
    expect(walk("one")).not.toEqual(walk("two"))
  })

  it("leads to what is left, round to the beginning, and says when nothing is", () => {
    const { answers } = buildGrading(facts(), { itemId: "two", attemptId: null })
    const [first, last] = [answers[0]?.attemptId ?? "", answers.at(-1)?.attemptId ?? ""]
    const but = (attemptId: string) =>
      facts({
        answers: names.map((name) => answer(name, "two", `attempt ${name}` === attemptId ? null : grade)),
      })
    expect(buildGrading(but(first), { itemId: "two", attemptId: last }).nextUngraded).toBe(first)
    expect(buildGrading(but(first), { itemId: "two", attemptId: first }).nextUngraded).toBeNull()
  })

  it("leaves out who has left, who is still in the quiz, and what is blank", () => {
    const students = [
      student("ada", { hasLeft: true }),
      student("ben", { attempt: madeAttempt({ id: "b", state: "open", submittedAt: null, earned: null }) }),
      student("cem"),
      student("dia"),
    ]
    const answers = [
      answer("ada", "one"),
      answer("ben", "one"),
      answer("cem", "one", null, " "),
      answer("dia", "one"),
    ]
    const grading = buildGrading(facts({ students, answers }), nothing)
    expect(grading.answers.map(({ attemptId }) => attemptId)).toEqual(["attempt dia"])
  })

  it("has nothing open where nothing is graded by hand, or nobody has answered", () => {
    expect(buildGrading(facts({ items: [] }), nothing)).toMatchObject({ item: null, open: null })
    expect(buildGrading(facts({ answers: [] }), nothing)).toMatchObject({
      item: { itemId: "one" },
      open: null,
    })
  })
})
