import { expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { saveGrade } from "@/lib/results/server/save-grade"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, makeViewer } from "@/tests/support/factories"
import { firstKey, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz } from "@/tests/support/factories-results"
import { levelsAt, longAnswers, longItems, rubricOf } from "@/tests/support/long-items"

useTestDatabase()

const GRADERS = 100
const STUDENTS = 10
const ROUNDS = tries(1, 30)

async function handedIn(quiz: Quiz): Promise<string[]> {
  const attempts: string[] = []
  for (let at = 0; at < STUDENTS; at++) {
    const { id } = await makeUser("student")
    await enrol(quiz.class.id, id)
    attempts.push(await finishQuiz(quiz, id, longAnswers(quiz, `Student ${at}`)))
  }
  return attempts
}

type Grading = { quiz: Quiz; attemptId: string; item: number }

/** Grades until it is done: whoever was overtaken looks at the other's grade, and gives theirs after it. */
async function insist(viewer: Viewer, { quiz, attemptId, item }: Grading): Promise<string> {
  const place = { assignmentId: quiz.assignment.id, itemId: quiz.items[item]?.itemId ?? "", attemptId }
  const given = { levels: levelsAt(rubricOf(quiz, item), [1, 2]), comment: `Of ${viewer.userId}` }
  let basedOn: string | null = null
  for (;;) {
    const decision = await saveGrade(viewer, {
      ...place,
      ...given,
      basedOn,
      saveNumber: 1,
      draftNumber: null,
    })
    if (!decision.ok) throw new Error(decision.refusal.code)
    if (decision.value.outcome === "saved") return decision.value.scoringId
    if (decision.value.outcome !== "overtaken") throw new Error(decision.value.outcome)
    basedOn = decision.value.theirs.scoringId
  }
}

it(`keeps every grade of ${GRADERS} who grade the same answers at once, without a deadlock`, {
  timeout: 60_000 + ROUNDS * 60_000,
}, async () => {
  const graders: Viewer[] = []
  for (let at = 0; at < GRADERS; at++) graders.push(await makeViewer("teacher"))
  let lost = 0
  for (let round = 0; round < ROUNDS; round++) {
    const quiz = await makeQuiz({}, firstKey, longItems)
    const attempts = await handedIn(quiz)
    for (const { userId } of graders) await enrol(quiz.class.id, userId, "teacher")
    const given = await Promise.allSettled(
      graders.map((viewer, at) =>
        insist(viewer, { quiz, attemptId: attempts[at % STUDENTS] ?? "", item: at % 20 < STUDENTS ? 0 : 1 }),
      ),
    )
    const kept = await database().scoring.findMany({
      where: { attemptId: { in: attempts }, source: "teacher" },
      select: { id: true, createdById: true },
    })
    const byId = new Map(kept.map(({ id, createdById }) => [String(id), createdById]))
    for (const [at, outcome] of given.entries()) {
      if (outcome.status === "rejected") console.log(String(outcome.reason))
      if (outcome.status === "rejected" || byId.get(outcome.value) !== graders[at]?.userId) lost += 1
    }
    const events = await database().event.count({
      where: { kind: "answer.graded", assignmentId: quiz.assignment.id },
    })
    if (kept.length !== GRADERS || events !== GRADERS) lost += 1
  }
  recordTried({
    promise: "all-or-nothing",
    tried: ROUNDS * GRADERS,
    of: `grades given by ${GRADERS} at once`,
    lost,
  })
  expect(lost).toBe(0)
})
