import { describe, expect, it } from "vitest"
import { handedIn, madeCell, madeGradebook, madeWork, NOW } from "@/tests/support/gradebook-facts"
import { buildStudentReport, type StudentDetails } from "./build-student-report"
import { cellView } from "./cell-view"

const steps = { stance: true, read: "begun", discuss: null, reflect: false, hidesWriting: false } as const
const written = { posts: 2, replies: 1, citations: 1, restatements: 0 }
const answer = (number: number, comment: string | null) => ({
  assignmentId: "a",
  number,
  position: 3,
  skills: ["RI.1"],
  share: { numerator: 1, denominator: 1 },
  comment,
})
const details = (changes: Partial<StudentDetails> = {}): StudentDetails => ({
  steps: new Map([["a", { ...steps, ...written }]]),
  answers: [answer(1, "Of the shown attempt"), answer(2, "Of another attempt"), answer(1, " ")],
  history: [],
  terms: new Map([["b", { dueAt: NOW, excuseReason: "ill" }]]),
  ...changes,
})
const book = madeGradebook({ ann: [handedIn(5), madeCell({ excused: true })], ben: [] }, [
  madeWork("a"),
  madeWork("b"),
  madeWork("c"),
])
const reportOf = (name: string, changes: Partial<StudentDetails> = {}) => {
  const report = buildStudentReport(book, name, details(changes))
  if (!report) throw new Error("nobody")
  return report
}

describe("buildStudentReport", () => {
  it("is of one student and of nobody else", () => {
    expect(reportOf("ann").person.enrolmentId).toBe("ann")
    expect(buildStudentReport(book, "nobody", details())).toBeNull()
  })

  it("counts what is done, what is missing and what is excused", () => {
    expect(reportOf("ann").counts).toEqual({ done: 1, missing: 1, excused: 1, ahead: 0 })
  })

  it("shows comments and skills of the attempt that is shown, and no empty ones", () => {
    const { works, skills } = reportOf("ann")
    expect(works[0]?.comments).toEqual([{ position: 3, text: "Of the shown attempt" }])
    expect(skills).toMatchObject([{ skill: "RI.1", n: 2, share: null }])
    expect(reportOf("ben").skills).toEqual([])
  })

  it("has the student's own dates and the reason of an excuse", () => {
    expect(reportOf("ann").works[1]).toMatchObject({ dueAt: NOW, excuseReason: "ill" })
  })
})

describe("cellView", () => {
  it("says the steps there are; who handed in has read", () => {
    const [one] = reportOf("ann").works
    if (!one) throw new Error("nothing")
    const view = cellView(one, { name: "Ann", mayEdit: true, when: () => "then" })
    expect(view.steps).toEqual([
      { step: "stance", state: "done" },
      { step: "read", state: "done" },
      { step: "quiz", state: "done" },
      { step: "reflect", state: "notDone" },
    ])
    expect(view).toMatchObject({ score: { score: "5", possible: 10 }, posts: 2, basedOn: null, isSet: false })
  })
})
