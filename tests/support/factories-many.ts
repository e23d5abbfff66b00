import { database } from "@/lib/platform/database"
import type { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { closeAttempt, lockAttempt } from "@/lib/quiz/server/close-attempt"
import type { Quiz } from "@/tests/support/factories-quiz"
import type { Answers } from "@/tests/support/factories-results"

// Straight to the tables, as in factories.ts; but handed in and scored as everywhere.

export type FinishedByMany = { enrolmentId: string; attemptId: string }

type Many = {
  count: number
  /** Of the nth student, from 0, by place of the item. */
  answersOf: (at: number) => Answers
  submittedAt?: (at: number) => Date
}

/** New students of the quiz's class, each with an attempt that is handed in. */
export async function finishByMany(
  quiz: Quiz,
  { count, answersOf, submittedAt = () => new Date() }: Many,
): Promise<FinishedByMany[]> {
  const made = Array.from({ length: count }, (_, at) => ({
    at,
    userId: newId(),
    enrolmentId: newId(),
    attemptId: newId(),
  }))
  const name = `many.${newId()}`
  await database().user.createMany({
    data: made.map(({ at, userId }) => ({
      id: userId,
      role: "student" as const,
      userName: `${name}.${at}`,
      displayName: `Student ${String(at).padStart(3, "0")}`,
    })),
  })
  await database().enrolment.createMany({
    data: made.map(({ userId, enrolmentId }) => ({
      id: enrolmentId,
      classId: quiz.class.id,
      userId,
      role: "student" as const,
      state: "active" as const,
    })),
  })
  const where = { assignmentId: quiz.assignment.id, number: 1, state: "open" as const }
  await database().attempt.createMany({
    data: made.map(({ attemptId, enrolmentId }) => ({ id: attemptId, enrolmentId, ...where })),
  })
  await database().attemptItem.createMany({
    data: made.flatMap(({ attemptId }) =>
      quiz.items.map(({ itemId, itemVersionId }, place) => ({
        attemptId,
        itemId,
        itemVersionId,
        position: place + 1,
        optionSeed: 1,
      })),
    ),
  })
  await database().response.createMany({
    data: made.flatMap(({ at, attemptId }) =>
      Object.entries(answersOf(at)).map(([place, value]) => ({
        attemptId,
        itemId: quiz.items[Number(place)]?.itemId ?? "",
        saveNumber: 1,
        value: value as Prisma.InputJsonValue,
        savedAt: new Date(),
      })),
    ),
  })
  for (const { at, attemptId } of made)
    await database().$transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId)
      if (!attempt) throw new Error("The attempt is gone")
      const ending = {
        endedBy: "student",
        submittedAt: submittedAt(at),
        actorId: null,
        submitKey: null,
      } as const
      await closeAttempt(tx, attempt, ending)
    })
  return made
}
