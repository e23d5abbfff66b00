import { beforeAll, describe, expect, it } from "vitest"
import { verifyPassword } from "@/lib/classroom/server/hash-password"
import { demonstrationStudents } from "@/lib/lesson/content/demonstration-class"
import { demonstrationPosts } from "@/lib/lesson/content/demonstration-posts"
import { seedDemonstration } from "@/lib/lesson/server/seed-demonstration"
import { sitDemonstrationQuiz } from "@/lib/lesson/server/sit-demonstration-quiz"
import { database } from "@/lib/platform/database"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { failStatement } from "@/tests/support/failing-statement"

useTestDatabase()

const now = new Date()
const seed = () => seedDemonstration({ now, timeZone: "Asia/Karachi" })

const counts = async () => ({
  users: await database().user.count(),
  enrolments: await database().enrolment.count(),
  attempts: await database().attempt.count(),
  responses: await database().response.count(),
  scorings: await database().scoring.count(),
  posts: await database().post.count(),
  notes: await database().sentenceNote.count(),
  stances: await database().stance.count(),
  lessons: await database().lesson.count(),
})

describe("the demonstration class", () => {
  let first: Awaited<ReturnType<typeof seed>>
  // Some hundred transactions, one after the other: a while on a busy machine.
  beforeAll(async () => {
    first = await seed()
  }, 180_000)

  it("is there after the first start, once, and says what it is", async () => {
    const before = await counts()
    expect(first.people.map((person) => person.role)).toEqual([
      "teacher",
      "assistant",
      "administrator",
      "student",
      "newStudent",
    ])
    expect(await database().user.count({ where: { demonstration: false } })).toBe(0)
    expect(before.posts).toBe(demonstrationPosts.length)
    expect(before.enrolments).toBe(demonstrationStudents.length + 2)
    const again = await seed()
    expect(await counts()).toEqual(before)
    expect(again.joinCode).toBe(first.joinCode)
  }, 60_000)

  it("gives passwords that open, new ones each time", async () => {
    const other = await seed()
    for (const [at, person] of other.people.entries()) {
      const user = await database().user.findUniqueOrThrow({ where: { userName: person.userName } })
      expect(await verifyPassword(user.passwordHash, person.password)).toBe(true)
      expect(person.password).not.toBe(first.people[at]?.password)
    }
  }, 60_000)

  it("has done what its students are said to have done", async () => {
    const attempts = await database().attempt.findMany({
      include: { enrolment: { include: { user: true } }, scorings: true, responses: true },
    })
    const of = (userName: string) => attempts.find((attempt) => attempt.enrolment.user.userName === userName)
    expect(of("jonas")).toBeUndefined()
    expect(of("tomas")).toMatchObject({ state: "open", scorings: [] })
    expect(of("elif")?.state).toBe("submitted")
    const minutes = (userName: string) => {
      const attempt = of(userName)
      return ((attempt?.deadlineAt?.getTime() ?? 0) - (attempt?.startedAt.getTime() ?? 0)) / 60_000
    }
    expect([minutes("elif"), minutes("callum")]).toEqual([40, 80])
    const finished = attempts.filter((attempt) => attempt.state === "submitted")
    for (const attempt of finished) expect(attempt.scorings.length).toBeGreaterThanOrEqual(12)
    expect(finished.length).toBe(21)
  })

  it("gives a teacher something to find", async () => {
    const teacher = await database().user.findUniqueOrThrow({ where: { userName: "lindqvist" } })
    const { id } = await database().assignment.findFirstOrThrow()
    const results = await loadResults(await viewerFor(teacher), id)
    if (!results.ok) throw new Error(results.refusal.code)
    const { analyses, grid } = results.value
    const found = (finding: string) =>
      analyses.filter((one) => one.finding === finding).map((one) => one.item.title)
    expect(found("misread")).toEqual(["The same camp as India"])
    expect(found("evidence")).toEqual(["The tank contract"])
    expect(found("works").length).toBeGreaterThan(5)
    const silent = grid.rows.filter(({ student }) => student.posts > 0 && student.replies === 0)
    expect(silent.map(({ student }) => student.userName)).toContain("samuel")
    expect(grid.rows.filter((row) => row.notStarted).map((row) => row.student.userName)).toEqual(["jonas"])
  })

  // Last, for it adds two students to the class.
  it("hands a quiz in with its scores, or leaves it open", async () => {
    const [assignment, made] = [await database().assignment.findFirstOrThrow(), demonstrationStudents[0]]
    const { revisionId } = await database().lessonVersion.findUniqueOrThrow({
      where: { id: assignment.lessonVersionId },
    })
    const { sentences } = (await loadRevision(revisionId)) ?? {}
    if (!sentences || !made) throw new Error("no text, or nobody to sit the quiz")
    const sit = async () => {
      const user = await makeUser("student")
      const { id: enrolmentId } = await enrol(assignment.classId, user.id, "student")
      const student = { viewer: await viewerFor(user), enrolmentId, userName: user.userName }
      const act = () =>
        sitDemonstrationQuiz({ assignment, sentences, student, made, startedAt: assignment.opensAt, now })
      const standing = async () => {
        const attempt = await database().attempt.findFirstOrThrow({
          where: { enrolmentId },
          include: { scorings: true },
        })
        return [attempt.state, attempt.scorings.length > 0]
      }
      return { act, standing }
    }
    const [other, own] = [await sit(), await sit()]
    // The last statement but its commit: an attempt's start and its answers are committed before.
    const hearing = failStatement(0, "refused")
    await other.act()
    const last = hearing.restore().findLastIndex((text) => text !== "COMMIT") + 1
    const failing = failStatement(last, "refused")
    await expect(own.act()).rejects.toThrow()
    failing.restore()
    expect([await other.standing(), await own.standing()]).toEqual([
      ["submitted", true],
      ["open", false],
    ])
  })
})
