import { describe, expect, it } from "vitest"
import { buildGrid } from "@/lib/results/grid/build-grid"
import { buildStudentAnswers } from "@/lib/results/student/student-answers"
import { madeAnswer, madeAttempt, madeItem, madeStudent } from "@/tests/support/results-facts"
import { buildReportPart, type PartWords, type ReportFacts } from "./build-report"

const words: PartWords = {
  fact: (name) => name,
  score: (score, possible) => `${score} of ${possible}`,
  quizState: (state) => state,
  percentOff: (percent) => `${percent}% off`,
  reading: (isDone, { read, all }) => (isDone ? "done" : `${read}/${all}`),
  wrote: ({ posts, replies }) => `${posts}+${replies}`,
  yes: "yes",
  when: (instant) => instant.toISOString(),
  verdict: (verdict) => verdict,
  pointsOf: (earned, possible) => `${earned}/${possible}`,
  sentenceLabel: (id) => `[${id}]`,
}

const items = [
  madeItem("a", {
    prompt: "Who?",
    points: 2,
    options: [
      { id: "x", text: "He" },
      { id: "y", text: "She" },
    ],
    key: { optionIds: ["x"], answers: [], sentenceIds: ["s1"] },
  }),
  madeItem("b", { position: 2 }),
]
const answers = [madeAnswer("ann", "a", { optionIds: ["y"], numerator: 1, denominator: 2 })]
const stances = { stanceBefore: true, stanceAfterReading: true, stanceAfterDiscussion: true }

function partOf(changes: Parameters<typeof madeStudent>[1], more: Partial<ReportFacts> = {}) {
  const grid = buildGrid({ students: [madeStudent("ann", changes)], items, answers, sentenceCount: 9 })
  const [row] = grid.rows
  if (!row) throw new Error("no row")
  const facts: ReportFacts = {
    title: "Fake neutrality?",
    row,
    pointsPossible: grid.pointsPossible,
    answers: buildStudentAnswers(items, answers, row.quiz.state === "submitted"),
    comments: new Map([["a", "Look again"]]),
    isReleased: true,
    promptCount: 1,
    ...more,
  }
  return buildReportPart(facts, words, grid.sentenceCount)
}

const finished = {
  attempt: madeAttempt({ earned: { numerator: 7, denominator: 3 }, latePercent: 10 }),
  posts: 1,
}

describe("buildReportPart", () => {
  it("tells the numbers of the screen and each answer with what a teacher said", () => {
    const { facts, answers: told } = partOf(finished)
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "score: 2⅓ of 3",
      "late: 10% off",
      "handedIn: 1970-01-01T00:00:00.000Z",
      "reading: done",
      "discussion: 1+0",
    ])
    expect(told[0]).toMatchObject({
      answer: { text: "B. She" },
      right: { text: "A. He ·\u00A0[s1]" },
      verdict: "partly",
      points: "1/2",
      comment: { text: "Look again" },
    })
    expect(told[1]).toMatchObject({ answer: { text: "" }, verdict: "blank", points: "" })
  })

  it("says nothing of what is right before that may be known", () => {
    expect(JSON.stringify(partOf(finished, { isReleased: false }))).not.toMatch(/He"|s1/)
  })

  it("never tells of a stance", () => {
    expect(partOf({ ...finished, ...stances })).toEqual(partOf(finished))
  })

  it("of who has not begun says so, and shows no answers", () => {
    const part = partOf({}, { promptCount: 0 })
    expect(part.answers).toEqual([])
    expect(part.facts).toEqual([
      { label: "score", value: "none" },
      { label: "reading", value: "0/9" },
    ])
  })
})
