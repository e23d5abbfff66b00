import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { decideRelease, type Release } from "@/lib/quiz/release"
import type { GradingAsked } from "@/lib/results/grading/build-grading"
import type { SaveGradeInput } from "@/lib/results/grading/grading-input"
import { loadGrading } from "@/lib/results/server/load-grading"
import { type GradeOutcome, saveGrade } from "@/lib/results/server/save-grade"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { firstKey, makeQuiz } from "@/tests/support/factories-quiz"
import { finishQuiz, ownResults } from "@/tests/support/factories-results"
import { levelsAt, longAnswers, longItems, rubricOf } from "@/tests/support/long-items"

/** A quiz of two long answers that both students have handed in, and a second teacher of the class. */
export async function makeGradable() {
  const quiz = await makeQuiz({}, firstKey, longItems)
  const attempts: string[] = []
  for (const [at, { id }] of quiz.students.entries())
    attempts.push(await finishQuiz(quiz, id, longAnswers(quiz, at === 0 ? "Ada" : "Ben")))
  const colleague = await makeUser("teacher")
  await enrol(quiz.class.id, colleague.id, "teacher")
  return { quiz, attempts, first: await viewerFor(quiz.teacher), second: await viewerFor(colleague) }
}

export type Gradable = Awaited<ReturnType<typeof makeGradable>>

type Given = { attempt?: number; item?: number; places: readonly number[]; comment?: string }

export function gradeInput(
  { quiz, attempts }: Gradable,
  { attempt = 0, item = 0, places, comment = "" }: Given,
  over: Partial<SaveGradeInput> = {},
): SaveGradeInput {
  return {
    assignmentId: quiz.assignment.id,
    itemId: quiz.items[item]?.itemId ?? "",
    attemptId: attempts[attempt] ?? "",
    levels: levelsAt(rubricOf(quiz, item), places),
    comment,
    basedOn: null,
    saveNumber: 1,
    draftNumber: null,
    ...over,
  }
}

/** The outcome of a grade that is not refused. */
export async function grade(
  room: Gradable,
  viewer: Viewer,
  given: Given,
  over: Partial<SaveGradeInput> = {},
): Promise<GradeOutcome> {
  const decision = await saveGrade(viewer, gradeInput(room, given, over))
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}

/** What this grader's page of grading has. */
export async function gradingOf({ quiz }: Gradable, viewer: Viewer, asked: Partial<GradingAsked> = {}) {
  const whole = { itemId: null, attemptId: null, by: "item", onlyDiffering: false, ...asked } as const
  const grading = await loadGrading(viewer, quiz.assignment.id, whole)
  if (!grading.ok) throw new Error(grading.refusal.code)
  return grading.value
}

/** One answer as it is open before this grader. */
export async function openAnswer(room: Gradable, viewer: Viewer, attempt = 0, item = 0) {
  const { quiz, attempts } = room
  const asked = { itemId: quiz.items[item]?.itemId ?? "", attemptId: attempts[attempt] ?? "" }
  const { open } = await gradingOf(room, viewer, asked)
  if (!open) throw new Error("No answer is open")
  return open
}

/** What the student at this place sees, results being released. */
export async function seenByStudent({ quiz }: Gradable, at: 0 | 1 = 0) {
  const results = await ownResults(quiz, at, released())
  if (!results) throw new Error("Nothing was handed in")
  return results
}

function released(): Release {
  const moment = new Date()
  const facts = { policy: "by_teacher" as const, releasedAt: moment, dueAt: moment, closesAt: moment }
  const decision = decideRelease(
    { ...facts, submittedAttempts: 1, hasOpenAttempt: false, attemptsLeft: 0 },
    moment,
  )
  if (!decision.released) throw new Error("not released")
  return decision.release
}

/** Every grade that was ever given, in the order of the tables. */
export async function allGrades({ attempts }: Gradable): Promise<string[]> {
  const where = { attemptId: { in: attempts } }
  const scorings = await database().scoring.findMany({
    where: { ...where, source: "teacher" },
    orderBy: { id: "asc" },
  })
  const seconds = await database().secondGrade.findMany({ where, orderBy: { id: "asc" } })
  return [...scorings, ...seconds].map((row) =>
    JSON.stringify({
      ...row,
      id: String(row.id),
      againstId: "againstId" in row ? String(row.againstId) : null,
    }),
  )
}
