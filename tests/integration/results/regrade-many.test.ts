import { beforeAll, describe, expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { displayPoints } from "@/lib/quiz/score-display"
import { minus } from "@/lib/results/fixing/compare-scores"
import type { Fix } from "@/lib/results/fixing/fix-input"
import { sumExactly } from "@/lib/results/fixing/sum-exactly"
import { useTestDatabase } from "@/tests/support/database"
import { finishByMany } from "@/tests/support/factories-many"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { optionOf } from "@/tests/support/factories-results"
import { differenceOf, fixingOf, gridScores, standingScores } from "@/tests/support/fixing"

useTestDatabase()

const COUNT = 300
const HOUR = 3_600_000
const WORDS = ["silence", "noise", "neutrality"]

let quiz: Quiz

beforeAll(async () => {
  const dueAt = new Date(Date.now() - 24 * HOUR)
  const opensAt = new Date(Date.now() - 99 * HOUR)
  quiz = await makeQuiz({ opensAt, dueAt, latePercentPerDay: 10, countedAttempt: "best" })
  await finishByMany(quiz, {
    count: COUNT,
    // Every tenth leaves the first question blank; every seventh is a day late.
    answersOf: (at) => ({
      ...(at % 10 === 9 ? {} : { 0: { option: optionOf(quiz, 0, at % 3) } }),
      1: { text: WORDS[at % 4] ?? "trade" },
      2: { option: optionOf(quiz, 2, at % 2), sentences: [quiz.sentenceIds[at % 5] ?? ""] },
    }),
    submittedAt: (at) => (at % 7 === 0 ? new Date(dueAt.getTime() + HOUR) : new Date(dueAt.getTime() - HOUR)),
  })
}, 240_000)

const fixes = (): [string, number, Fix][] => [
  ["another key", 0, { kind: "rekey", named: { optionIds: [optionOf(quiz, 0, 1)] } }],
  ["one more right answer", 0, { kind: "accept", named: { optionIds: [optionOf(quiz, 0, 2)] } }],
  ["one more wording", 1, { kind: "accept", named: { text: "Neutrality" } }],
  ["all points for everybody", 0, { kind: "credit" }],
  ["out of the quiz", 2, { kind: "drop" }],
  ["other points", 2, { kind: "points", points: 5 }],
]

describe(`a regrade of ${COUNT} attempts`, () => {
  it("changes what its preview says, to the last fraction, and its undo brings back what was", async () => {
    for (const [name, item, fix] of fixes()) {
      const { applied, undo, place } = fixingOf(quiz, item)
      const before = await gridScores(quiz)
      const stood = await standingScores(quiz.assignment.id)
      const rows = await database().scoring.count()
      const began = performance.now()
      const { shown, batchId, changed } = await applied(fix)
      const milliseconds = Math.round(performance.now() - began)
      const after = await gridScores(quiz)
      const seen = differenceOf(before, after)
      // The sum of the changes is the preview's, and so is every single one.
      expect(seen.total).toEqual(sumExactly([shown.gained, minus(shown.lost)]))
      expect(seen.students).toBe(shown.lines.length)
      expect(changed).toBe(shown.lines.length)
      expect(shown.lines.length + shown.same).toBe(COUNT)
      expect(shown.lines.length).toBeGreaterThan(0)
      for (const line of shown.lines) {
        expect(before.get(line.enrolmentId)).toEqual(line.before)
        expect(after.get(line.enrolmentId)).toEqual(line.after)
      }
      expect((await undo(batchId)).ok).toBe(true)
      expect(await gridScores(quiz)).toEqual(before)
      expect(await standingScores(quiz.assignment.id)).toEqual(stood)
      const added = (await database().scoring.count()) - rows
      const state = await database().assignmentItem.findMany({ where: place })
      expect(state).toMatchObject([{ dropped: false, credited: false, points: null }])
      console.info(
        `${name}: ${shown.lines.length} of ${COUNT} scores changed, +${displayPoints(shown.gained)} -${displayPoints(shown.lost)} points; previewed and applied in ${milliseconds} ms; ${added} scorings added by it and its undo`,
      )
    }
  }, 240_000)
})
