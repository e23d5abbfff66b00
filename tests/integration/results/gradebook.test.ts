import fc from "fast-check"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { seedDemonstration } from "@/lib/lesson/server/seed-demonstration"
import { database, pool } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { compare, fraction } from "@/lib/quiz/fraction"
import { loadGradebook } from "@/lib/results/server/load-gradebook"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, viewerFor } from "@/tests/support/factories"
import { makeAssignment } from "@/tests/support/factories-lesson"
import { makeQuiz, optionIds, type Quiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const now = new Date()
const HOUR = 3_600_000

/** What both tell of every student and assignment of a class: they must say the same. */
async function compareWithGrids(
  viewer: Awaited<ReturnType<typeof viewerFor>>,
  classId: string,
): Promise<number> {
  const gradebook = await loadGradebook(viewer, classId, now)
  if (!gradebook.ok) throw new Error(gradebook.refusal.code)
  const { book } = gradebook.value
  let compared = 0
  for (const [at, work] of book.works.entries()) {
    const results = await loadResults(viewer, work.assignmentId)
    if (!results.ok) throw new Error(results.refusal.code)
    const { grid } = results.value
    expect(work.possible).toBe(grid.pointsPossible)
    for (const line of grid.rows) {
      const cell = book.rows.find(({ person }) => person.enrolmentId === line.student.enrolmentId)?.cells[at]
      const isIn = line.quiz.state === "submitted"
      expect(["scored", "waiting", "excused"].includes(cell?.kind ?? "")).toBe(isIn || line.student.excused)
      if (!isIn || line.student.excused) continue
      expect(cell?.computed && compare(cell.computed.earned, line.quiz.score)).toBe(0)
      expect(cell?.latePercent).toBe(line.student.attempt?.latePercent)
      compared += 1
    }
  }
  return compared
}

describe("the demonstration class", () => {
  it("has in its gradebook what the grids of its assignments say", async () => {
    await seedDemonstration({ now, timeZone: "Asia/Karachi" })
    const teacher = await database().user.findFirstOrThrow({ where: { userName: "lindqvist" } })
    const { classId } = await database().assignment.findFirstOrThrow({ orderBy: { createdAt: "asc" } })
    expect(await compareWithGrids(await viewerFor(teacher), classId)).toBeGreaterThan(15)
  }, 240_000)
})

describe("histories of every kind", () => {
  let quiz: Quiz
  beforeAll(async () => {
    quiz = await makeQuiz()
  })

  const attempt = fc.record({
    isOpen: fc.boolean(),
    reopened: fc.boolean(),
    lateHours: fc.integer({ min: -60, max: 60 }),
    // Of the last three none divides what points are added up over.
    scores: fc.array(fc.tuple(fc.nat(7), fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 13, 16, 17), fc.boolean()), {
      minLength: 3,
      maxLength: 3,
    }),
    regraded: fc.boolean(),
  })
  const history = fc.record({
    countedAttempt: fc.constantFrom("newest" as const, "best" as const, "mean" as const),
    latePercentPerDay: fc.constantFrom(0, 7, 30),
    students: fc.tuple(fc.array(attempt, { maxLength: 3 }), fc.array(attempt, { maxLength: 3 })),
    ownDue: fc.option(fc.integer({ min: -30, max: 30 })),
    extraDays: fc.nat(2),
  })

  it("say in the gradebook what the grids say", async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        await write(given)
        compared += await compareWithGrids(await viewerFor(quiz.teacher), quiz.class.publicId)
      }),
      { numRuns: 40, seed: 5 },
    )
    expect(compared).toBeGreaterThan(40)
  }, 240_000)

  type History = typeof history extends fc.Arbitrary<infer T> ? T : never
  type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never

  async function write(given: History): Promise<void> {
    const { countedAttempt, latePercentPerDay, ownDue, extraDays } = given
    await database().assignment.deleteMany({ where: { classId: quiz.class.id } })
    const where = {
      classId: quiz.class.id,
      lessonVersionId: quiz.lesson.lessonVersionId,
      createdById: quiz.teacher.id,
    }
    const dueAt = new Date(now.getTime() - 80 * HOUR)
    const dates = {
      opensAt: new Date(now.getTime() - 200 * HOUR),
      dueAt,
      closesAt: new Date(now.getTime() - HOUR),
    }
    const assignment = await makeAssignment(where, { ...dates, countedAttempt, latePercentPerDay })
    const [first, second] = quiz.enrolments
    if (ownDue !== null)
      await database().assignmentException.create({
        data: {
          assignmentId: assignment.id,
          enrolmentId: first.id,
          dueAt: new Date(dueAt.getTime() + ownDue * HOUR),
        },
      })
    const granted = { userId: quiz.students[1].id, extraDays }
    await database().accommodation.upsert({
      where: { userId: granted.userId },
      create: granted,
      update: granted,
    })
    // At most one is open, and it is the last.
    for (const [at, enrolment] of [first, second].entries())
      for (const [index, one] of (given.students[at] ?? []).entries())
        await writeAttempt({
          one: { ...one, isOpen: one.isOpen && index === (given.students[at]?.length ?? 0) - 1 },
          number: index + 1,
          assignmentId: assignment.id,
          enrolmentId: enrolment.id,
          dueAt,
        })
  }

  type Writing = { one: Attempt; number: number; assignmentId: string; enrolmentId: string; dueAt: Date }

  async function writeAttempt({ one, number, assignmentId, enrolmentId, dueAt }: Writing): Promise<void> {
    const id = newId()
    const submittedAt = new Date(dueAt.getTime() + one.lateHours * HOUR)
    const ended = one.isOpen ? {} : { state: "submitted" as const, submittedAt, endedBy: "student" as const }
    const reopenedAt = one.reopened ? submittedAt : null
    const attemptId = { attemptId: id }
    await database().attempt.create({ data: { id, assignmentId, enrolmentId, number, ...ended, reopenedAt } })
    const values = quiz.items.map((item) => {
      if (item.type === "short") return { text: "silence" }
      const option = optionIds(item)[0]
      return item.type === "single" ? { option } : { option, sentences: [] }
    })
    for (const [at, item] of quiz.items.slice(0, 3).entries()) {
      const score = one.scores[at]
      if (!score) continue
      const [top, bottom, isTakenBack] = score
      const share = fraction(Math.min(top, bottom), bottom)
      const row = { ...attemptId, itemId: item.itemId, keyRevision: 1 }
      const value = values[at] ?? {}
      await database().response.create({
        data: { ...attemptId, itemId: item.itemId, saveNumber: 1, value, savedAt: now },
      })
      await database().attemptItem.create({
        data: {
          ...attemptId,
          itemId: item.itemId,
          itemVersionId: item.itemVersionId,
          position: at + 1,
          optionSeed: 1,
        },
      })
      await database().scoring.create({ data: { ...row, ...share, source: "automatic" } })
      if (one.regraded)
        await database().scoring.create({ data: { ...row, ...fraction(1, 3), source: "regrade" } })
      if (isTakenBack)
        await database().scoring.create({
          data: { ...row, numerator: null, denominator: null, source: "regrade" },
        })
    }
  }

  it("honour what was put right for one assignment: dropped, credited, worth more", async () => {
    await write({
      countedAttempt: "newest",
      latePercentPerDay: 0,
      ownDue: null,
      extraDays: 0,
      students: [
        [
          {
            isOpen: false,
            reopened: false,
            lateHours: -1,
            regraded: false,
            scores: [
              [1, 2, false],
              [0, 1, false],
              [1, 4, false],
            ],
          },
        ],
        [],
      ],
    })
    const { id: assignmentId } = await database().assignment.findFirstOrThrow({
      where: { classId: quiz.class.id },
    })
    const [dropped, credited, worth] = quiz.items.map(({ itemId }) => itemId)
    await database().assignmentItem.createMany({
      data: [
        { assignmentId, itemId: dropped ?? "", dropped: true },
        { assignmentId, itemId: credited ?? "", credited: true, points: 3 },
        { assignmentId, itemId: worth ?? "", points: 8 },
      ],
    })
    const gradebook = await loadGradebook(await viewerFor(quiz.teacher), quiz.class.id, now)
    if (!gradebook.ok) throw new Error(gradebook.refusal.code)
    const { works, rows } = gradebook.value.book
    expect(works[0]?.possible).toBe(11)
    const own = rows.find(({ person }) => person.enrolmentId === quiz.enrolments[0].id)
    expect(own?.cells[0]?.score).toEqual({ earned: { numerator: 5, denominator: 1 }, possible: 11 })
  })
})

describe("who may see it", () => {
  it("is the staff of the class alone", async () => {
    const quiz = await makeQuiz()
    const asked = async (user: Parameters<typeof viewerFor>[0]) => {
      const found = await loadGradebook(await viewerFor(user), quiz.class.publicId, now)
      return found.ok ? "seen" : found.refusal.code
    }
    expect(await asked(quiz.teacher)).toBe("seen")
    expect(await asked(quiz.assistant)).toBe("seen")
    expect(await asked(quiz.students[0])).toBe("results.staffOnly")
    expect(await asked(await makeUser("teacher"))).toBe("results.noClass")
    expect(await asked(await makeUser("administrator"))).toBe("results.noClass")
  })

  it("takes one trip", async () => {
    const quiz = await makeQuiz()
    const viewer = await viewerFor(quiz.teacher)
    const trips = vi.spyOn(pool(), "query")
    const found = await loadGradebook(viewer, quiz.class.publicId, now)
    expect(found.ok && found.value.book.rows).toHaveLength(2)
    expect(trips).toHaveBeenCalledTimes(1)
    trips.mockRestore()
  })
})
