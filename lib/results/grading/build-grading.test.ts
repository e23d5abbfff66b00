import { describe, expect, it } from "vitest"
import { madeAttempt, madeStudent } from "@/tests/support/results-facts"
import type { StudentFacts } from "../results-facts"
import { buildGrading, type GradingFacts } from "./build-grading"
import type { GivenGrade, GradedFacts } from "./grading-facts"

const student = (name: string, over: Partial<StudentFacts> = {}): StudentFacts =>
  madeStudent(name, {
    displayName: name.toUpperCase(),
    attempt: madeAttempt({ id: `attempt ${name}` }),
    ...over,
  })

const grade: GivenGrade = {
  ...{ levels: {}, comment: "", scoringId: "7", saveNumber: 1, by: "T", byId: "t", at: new Date(0) },
  earlierRubric: null,
}

type Change = Partial<GradedFacts> & { text?: string; attemptId?: string }
const answer = (name: string, itemId: string, given: GivenGrade | null = null, change: Change = {}) => ({
  enrolmentId: name,
  itemId,
  attemptId: `attempt ${name}`,
  optionIds: [],
  text: "Words",
  sentenceIds: [],
  parts: [],
  confidence: null,
  numerator: null,
  denominator: null,
  answerRight: null,
  evidenceRight: null,
  saveNumber: 1,
  given,
  second: null,
  standing: given ? ("single" as const) : ("ungraded" as const),
  awaitsMine: false,
  ...change,
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
  rules: { asksSecond: false, holds: false, releasedAt: null },
  drafts: [],
  replies: [],
  ...over,
})
const nothing = { itemId: null, attemptId: null, by: "item", onlyDiffering: false } as const

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
      let at: string | null = buildGrading(facts(), { ...nothing, itemId }).places[0]?.attemptId ?? null
      while (at) {
        const { open, next } = buildGrading(facts(), { ...nothing, itemId, attemptId: at })
        seen.push(open?.enrolmentId ?? "")
        at = next?.attemptId ?? null
      }
      return seen
    }
    expect([...walk("one")].sort()).toEqual(names)
    expect(walk("one")).not.toEqual(names)
    expect(walk("one")).not.toEqual(walk("two"))
  })

  it("leads to what is left, round to the beginning, and says when nothing is", () => {
    const two = { ...nothing, itemId: "two" }
    const { places } = buildGrading(facts(), two)
    const [first, last] = [places[0]?.attemptId ?? "", places.at(-1)?.attemptId ?? ""]
    const but = (attemptId: string) =>
      facts({
        answers: names.map((name) => answer(name, "two", `attempt ${name}` === attemptId ? null : grade)),
      })
    expect(buildGrading(but(first), { ...two, attemptId: last }).nextUngraded?.attemptId).toBe(first)
    expect(buildGrading(but(first), { ...two, attemptId: first }).nextUngraded).toBeNull()
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
      answer("cem", "one", null, { text: " " }),
      answer("dia", "one"),
    ]
    const grading = buildGrading(facts({ students, answers }), nothing)
    expect(grading.places.map(({ attemptId }) => attemptId)).toEqual(["attempt dia"])
  })

  it("has nothing open where nothing is graded by hand, or nobody has answered", () => {
    expect(buildGrading(facts({ items: [] }), nothing)).toMatchObject({ item: null, open: null })
    expect(buildGrading(facts({ answers: [] }), nothing)).toMatchObject({
      item: { itemId: "one" },
      open: null,
    })
  })

  it("hides names until everything that is walked is graded", () => {
    expect(buildGrading(facts(), { ...nothing, itemId: "one" }).isDone).toBe(true)
    expect(buildGrading(facts(), { ...nothing, itemId: "two" }).isDone).toBe(false)
    expect(buildGrading(facts(), { ...nothing, by: "student" }).isDone).toBe(false)
  })
})

describe("grading, student by student", () => {
  const byStudent = { ...nothing, by: "student" } as const

  it("brings one student's answers in a row, by question, and every student once", () => {
    const walked: string[][] = []
    let grading = buildGrading(facts(), { ...byStudent, attemptId: null })
    const [start] = grading.places
    grading = buildGrading(facts(), { ...byStudent, itemId: "one", attemptId: start?.attemptId ?? "" })
    for (;;) {
      walked.push([grading.open?.enrolmentId ?? "", grading.open?.itemId ?? ""])
      expect(grading.open).toMatchObject({ of: 6, number: Math.ceil(walked.length / 2) })
      if (!grading.next) break
      grading = buildGrading(facts(), { ...byStudent, ...grading.next })
    }
    expect(walked).toHaveLength(12)
    expect(walked.map(([, itemId]) => itemId)).toEqual(names.flatMap(() => ["one", "two"]))
    const order = walked.filter((_, at) => at % 2 === 0).map(([name]) => name)
    expect([...order].sort()).toEqual(names)
    expect(order).not.toEqual(names)
  })

  it("opens what is left of a student, and says who is done", () => {
    const answers = names.flatMap((name) => [
      answer(name, "one", grade),
      answer(name, "two", name === "ada" ? null : grade),
    ])
    const grading = buildGrading(facts({ answers }), byStudent)
    expect(grading.open).toMatchObject({ enrolmentId: "ada", itemId: "two" })
    expect(grading.places.filter(({ isGraded }) => !isGraded)).toEqual([
      { attemptId: "attempt ada", itemId: "two", isGraded: false, isOpen: true },
    ])
    expect(grading.ownSteps.map(({ position, isGraded }) => [position, isGraded])).toEqual([
      [1, true],
      [2, false],
    ])
  })
})

describe("two graders", () => {
  const second = {
    levels: {},
    comment: "",
    againstId: "7",
    saveNumber: 1,
    by: "S",
    byId: "s",
    at: new Date(0),
    first: grade,
  }
  const answers = [
    answer("ada", "one", grade, { standing: "differ", second }),
    answer("ben", "one", grade, { standing: "agree", second }),
    answer("cem", "one", null, { standing: "awaitsSecond", awaitsMine: true }),
    answer("dia", "two", grade, { standing: "differ", second }),
    answer("eva", "two", grade, { standing: "settled", second }),
  ]
  const asked = facts({ answers, rules: { asksSecond: true, holds: false, releasedAt: null } })

  it("differ about these, whatever the question, and about nothing else", () => {
    const grading = buildGrading(asked, { ...nothing, onlyDiffering: true })
    expect(grading.differing).toBe(2)
    expect(grading.places.map(({ attemptId }) => attemptId).sort()).toEqual(["attempt ada", "attempt dia"])
    expect(grading.nextUngraded).not.toBeNull()
  })

  it("release what is final, and say what is not", () => {
    expect(buildGrading(asked, nothing).release).toEqual({ students: 2, ungraded: 3 })
  })
})

describe("a rubric that changed after grading began", () => {
  const level = (id: string, text = id) => ({ id, text, points: Number(id) })
  const rubricWith = (text: string) => ({
    criteria: [{ id: "c", title: "Claim", levels: [level("0"), level("1", text)] }],
  })
  const openWith = (earlier: ReturnType<typeof rubricWith> | null, guidelines?: string) => {
    const items = [{ ...item("one", 1), rubric: { ...rubricWith("Clear"), guidelines } }]
    const answers = [answer("ada", "one", { ...grade, earlierRubric: earlier })]
    return buildGrading(facts({ items, answers }), nothing).open
  }

  it("is told where it judges otherwise, and not for other guidelines", () => {
    expect(openWith(rubricWith("Plain"))?.isOtherRubric).toBe(true)
    expect(openWith(rubricWith("Clear"), "New")?.isOtherRubric).toBe(false)
    expect(openWith(null)?.isOtherRubric).toBe(false)
    expect(openWith(rubricWith("Plain"))?.given?.earlierRubric).toEqual(rubricWith("Plain"))
  })
})
