import { database } from "@/lib/platform/database"
import type { Prisma } from "@/lib/platform/generated/client"
import type { Release } from "@/lib/quiz/release"
import { closeAttempt, lockAttempt } from "@/lib/quiz/server/close-attempt"
import { loadResults } from "@/lib/quiz/server/load-results"
import { optionIds, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

// Straight to the tables, as in factories.ts.

export type Answers = Record<number, unknown>

/** Starts the quiz for this person, saves the answers (by place of the item, from 0) and hands it in. */
export async function finishQuiz(
  quiz: Quiz,
  userId: string,
  answers: Answers,
  at = new Date(),
): Promise<string> {
  const attemptId = await answerQuiz(quiz, userId, answers)
  await database().$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId)
    if (!attempt) throw new Error("The attempt is gone")
    const ending = { endedBy: "student", submittedAt: at, actorId: userId, submitKey: null } as const
    await closeAttempt(tx, attempt, ending)
  })
  return attemptId
}

/** The same, and leaves it open. */
export async function answerQuiz(quiz: Quiz, userId: string, answers: Answers): Promise<string> {
  const { attemptId } = await startQuiz(quiz, userId)
  const rows = Object.entries(answers).map(([at, value]) => ({
    attemptId,
    itemId: quiz.items[Number(at)]?.itemId ?? "",
    saveNumber: 1,
    value: value as Prisma.InputJsonValue,
    savedAt: new Date(),
  }))
  await database().response.createMany({ data: rows })
  return attemptId
}

/** What the student at this place of the class sees of the quiz. The release is the caller's to have. */
export const ownResults = (quiz: Quiz, at: 0 | 1, release: Release) =>
  loadResults({
    assignmentId: quiz.assignment.id,
    enrolmentId: quiz.enrolments[at].id,
    policy: quiz.assignment,
    dueAt: quiz.assignment.dueAt,
    release,
  })

/** The nth option of the nth item of a quiz. */
export const optionOf = (quiz: Quiz, item: number, option: number): string => {
  const stored = quiz.items[item]
  if (!stored) throw new Error(`The quiz has no item ${item}`)
  return optionIds(stored)[option] ?? ""
}
