import { describe, expect, it } from "vitest"
import {
  daysFromNow,
  handedIn,
  madeCell,
  madeGradebook,
  madeWork,
  NOW,
} from "@/tests/support/gradebook-facts"
import { buildStudentReport, type StepsFacts, type StudentDetails } from "../gradebook/build-student-report"
import { buildTermReport, type TermWords } from "./build-term-report"

const words: TermWords = {
  of: (name) => name,
  handedInOf: ({ done, missing }) => `${done} in, ${missing} missing`,
  percent: (percent) => `${percent}%`,
  category: ({ percent, n, weight }) => `${percent}% of ${n}, weight ${weight}`,
  score: (score, possible) => `${score}/${possible}`,
  standing: ({ standing }) => `the class says ${standing.kind}`,
  wrote: ({ posts, replies }) => `${posts}+${replies}`,
  question: (position) => `question ${position}`,
  change: ({ by, from, to }) => `${by}: ${from} to ${to}`,
  skill: (n, percent) => `${percent ?? "too few"} of ${n}`,
  when: (instant) => instant.toISOString().slice(0, 10),
}

const steps: StepsFacts = {
  stance: true,
  read: "done",
  discuss: true,
  reflect: true,
  hidesWriting: false,
  posts: 2,
  replies: 1,
  citations: 0,
  restatements: 0,
}
const categories = [{ id: "one", name: "مضامین", weight: 2, dropLowest: 1 }]
const works = [
  madeWork("a", { title: "=Fake", categoryId: "one", dueAt: daysFromNow(-5) }),
  madeWork("b", { categoryId: "one", dueAt: daysFromNow(-4) }),
  madeWork("c", { dueAt: daysFromNow(-3) }),
]
const override = { earned: { numerator: 9, denominator: 1 }, possible: 10 }
const entry = { assignmentId: "a", at: NOW, by: "Ms L", reason: "اچھا", reasonShown: false, from: null }

function partsOf(cells: Parameters<typeof madeGradebook>[0][string], changes: Partial<StudentDetails> = {}) {
  const report = buildStudentReport(madeGradebook({ ann: cells, ben: [] }, works, { categories }), "ann", {
    steps: new Map([["a", steps]]),
    answers: [],
    history: [],
    terms: new Map(),
    ...changes,
  })
  if (!report) throw new Error("nobody")
  return buildTermReport(report, words)
}

const factsOf = (part: ReturnType<typeof partsOf>[number] | undefined) =>
  Object.fromEntries(part?.facts.map(({ label, value }) => [label, value]) ?? [])

describe("buildTermReport", () => {
  it("begins with the totals, then has a part for each assignment, and ends with skills", () => {
    const parts = partsOf([handedIn(8), handedIn(15, 2), handedIn(3)])
    expect(parts.map(({ title }) => title.text)).toEqual(["works", "=Fake", "b", "c", "skills"])
    expect(factsOf(parts[0])).toEqual({
      total: "80%",
      مضامین: "80% of 1, weight 2",
      standing: "3 in, 0 missing",
    })
    expect(factsOf(parts[1])).toMatchObject({
      score: "8/10",
      counts: "80%",
      category: "مضامین",
      writing: "2+1",
    })
    expect(factsOf(parts[2])).toMatchObject({ score: "7½/10", counts: "notCounted" })
    expect(factsOf(parts[3])).toMatchObject({ score: "3/10", counts: "notCounted" })
    expect(factsOf(parts[4])).toEqual({ skill: "noSkills" })
  })

  it("tells what was set by hand beside what was worked out, with the reasons that were written for the student", () => {
    const history = [
      { ...entry, id: "2", from: override, to: null, reasonShown: true },
      { ...entry, id: "1", to: override },
    ]
    const [, own] = partsOf([{ ...handedIn(17, 2), override }], { history })
    expect(factsOf(own)).toMatchObject({ score: "9/10", setByHand: "computed 8½/10", counts: "90%" })
    expect(own?.notes).toEqual([
      { label: "Ms L: 9/10 to null", text: { text: "اچھا", isRightToLeft: true } },
      { label: "Ms L: null to 9/10", text: { text: "reasonKept", isRightToLeft: false } },
    ])
    expect(factsOf(partsOf([madeCell({ override, closesAt: daysFromNow(1) })])[1])).toMatchObject({
      setByHand: "computed nothingComputed",
    })
  })

  it("has comments by question, and not why somebody is excused", () => {
    const answer = { assignmentId: "a", number: 1, skills: ["RI.1"], share: { numerator: 1, denominator: 2 } }
    const answers = [1, 2, 3].map((position) => ({
      ...answer,
      position,
      comment: position === 2 ? "Look again." : " ",
    }))
    const terms = new Map([["b", { dueAt: daysFromNow(4), excuseReason: "Ill" }]])
    const parts = partsOf([handedIn(8), madeCell({ excused: true })], { answers, terms })
    expect(parts[1]?.notes).toEqual([
      { label: "question 2", text: { text: "Look again.", isRightToLeft: false } },
    ])
    expect(parts[2]?.notes).toEqual([])
    expect(factsOf(parts[2])).toEqual({
      standing: "the class says excused",
      category: "مضامین",
      due: "2026-11-24",
      counts: "notCounted",
    })
    expect(parts[4]?.table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["RI.1", "all", "50 of 3"],
      ["RI.1", "=Fake", "50 of 3"],
    ])
  })

  it("tells nothing of stances, and is short where nothing has happened", () => {
    const text = JSON.stringify(partsOf([handedIn(8)])).toLowerCase()
    expect(text).not.toMatch(/stance|reflect|rank/)
    const nobody = buildStudentReport(madeGradebook({ ann: [] }, []), "ann", {
      steps: new Map(),
      answers: [],
      history: [],
      terms: new Map(),
    })
    const parts = nobody ? buildTermReport(nobody, words) : []
    expect(parts.map(factsOf)).toEqual([{ total: "noTotal", standing: "nothing" }, { skill: "noSkills" }])
  })
})
