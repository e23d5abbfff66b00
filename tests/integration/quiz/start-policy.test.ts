import { describe, expect, it } from "vitest"
import { ownTerms } from "@/lib/lesson/own-terms"
import { startQuiz as beginQuiz } from "@/lib/lesson/server/start-quiz"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { startAttempt } from "@/lib/quiz/server/start-attempt"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, viewerFor } from "@/tests/support/factories"
import { firstKey, makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function codeOfStart(quiz: Quiz, userId: string, now = new Date()): Promise<string> {
  const { tokenHash } = await makeSession(userId)
  const started = await startAttempt({ tokenHash, assignmentId: quiz.assignment.id, now, ownTerms })
  return started.ok ? "started" : started.refusal.code
}

const itemsOf = async (attemptId: string) =>
  (await database().attemptItem.findMany({ where: { attemptId }, orderBy: { position: "asc" } })).map(
    ({ itemId }) => itemId,
  )

describe("pools", () => {
  /** Three of the quiz's four items in a pool of which each attempt gets one. */
  async function pooled() {
    const quiz = await makeQuiz({ attemptsAllowed: 50, releasePolicy: "by_teacher" })
    const { lessonVersionId } = quiz.lesson
    const pool = { id: newId(), lessonVersionId, name: "Why", draw: 1 }
    await database().itemPool.create({ data: pool })
    await database().lessonVersionItem.updateMany({
      where: { lessonVersionId, position: { lte: 3 } },
      data: { poolId: pool.id },
    })
    return quiz
  }

  it("gives each attempt as many items as its pools draw, and not always the same", async () => {
    const quiz = await pooled()
    const drawn = new Set<string>()
    for (let attempt = 0; attempt < 30; attempt++) {
      const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
      const items = await itemsOf(attemptId)
      expect(items).toHaveLength(2)
      expect(items[1]).toBe(quiz.items[3]?.itemId)
      drawn.add(items[0] ?? "")
      await submitAttempt({ tokenHash, attemptId, submitKey: newId(), now: new Date() })
    }
    // All three missing one for thirty attempts: less than once in 60,000 runs.
    expect(drawn.size).toBe(3)
  })

  it("keeps the seed with the attempt", async () => {
    const quiz = await pooled()
    const { attemptId } = await startQuiz(quiz, quiz.students[0].id)
    const { seed } = await database().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(seed).toBeGreaterThan(0)
  })
})

describe("a quiz without a question", () => {
  it("is not begun", async () => {
    const quiz = await makeQuiz({}, firstKey, () => [])
    expect(await codeOfStart(quiz, quiz.students[0].id)).toBe("quiz.noItems")
    expect(await database().attempt.count({ where: { assignmentId: quiz.assignment.id } })).toBe(0)
  })
})

describe("a rest between attempts", () => {
  it("holds the next attempt back until it is over", async () => {
    const quiz = await makeQuiz({ attemptsAllowed: 2, coolDownMinutes: 10, releasePolicy: "by_teacher" })
    const [student] = quiz.students
    const { attemptId, tokenHash } = await startQuiz(quiz, student.id)
    await submitAttempt({ tokenHash, attemptId, submitKey: newId(), now: new Date() })
    expect(await codeOfStart(quiz, student.id)).toBe("quiz.coolsDown")
    expect(await codeOfStart(quiz, student.id, later(11))).toBe("started")
  })
})

describe("a quiz that its teacher starts", () => {
  const waiting = () => makeQuiz({ teacherStarts: true })

  it("waits, starts for everybody at the teacher's word, and can be held again", async () => {
    const quiz = await waiting()
    const [one, other] = quiz.students
    const teacher = await viewerFor(quiz.teacher)
    expect(await codeOfStart(quiz, one.id)).toBe("quiz.teacherStarts")
    const assignmentId = quiz.assignment.id
    const first = await beginQuiz(teacher, { assignmentId, started: true }, new Date())
    expect(await codeOfStart(quiz, one.id)).toBe("started")
    // A second press keeps the first time.
    expect(await beginQuiz(teacher, { assignmentId, started: true }, later(1))).toEqual(first)
    await beginQuiz(teacher, { assignmentId, started: false }, later(2))
    expect(await codeOfStart(quiz, other.id)).toBe("quiz.teacherStarts")
    expect(await codeOfStart(quiz, one.id)).toBe("started")
  })

  it("forbidden: students, assistants and teachers of other classes start nothing", async () => {
    const quiz = await waiting()
    const asked = { assignmentId: quiz.assignment.id, started: true }
    const codes = []
    for (const person of [quiz.students[0], quiz.assistant]) {
      const decision = await beginQuiz(await viewerFor(person), asked, new Date())
      codes.push(decision.ok ? "allowed" : decision.refusal.kind)
    }
    const stranger = await viewerFor((await makeQuiz()).teacher)
    const decision = await beginQuiz(stranger, asked, new Date())
    codes.push(decision.ok ? "allowed" : decision.refusal.kind)
    expect(codes).toEqual(["forbidden", "forbidden", "missing"])
    const stored = await database().assignment.findUniqueOrThrow({ where: { id: quiz.assignment.id } })
    expect(stored.quizStartedAt).toBeNull()
  })
})
