import { beforeAll, describe, expect, it } from "vitest"
import { GET as csv } from "@/app/api/classes/[classId]/students/[enrolmentId]/report.csv/route"
import { GET as pdf } from "@/app/api/classes/[classId]/students/[enrolmentId]/report.pdf/route"
import { database } from "@/lib/platform/database"
import { buildTermReport } from "@/lib/results/files/build-term-report"
import { displayPercent } from "@/lib/results/gradebook/share"
import { loadStudentReport } from "@/lib/results/server/load-student-report"
import { setOverride } from "@/lib/results/server/set-override"
import { termWords } from "@/lib/results/server/term-words"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makeStance } from "@/tests/support/factories-discussion"
import { cookieOf, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { forgetEvents } from "@/tests/support/forget-events"

useTestDatabase()

const now = new Date()
let quiz: Quiz
let other: Quiz

beforeAll(async () => {
  quiz = await makeQuiz()
  other = await makeQuiz()
  const [ann] = quiz.students
  await database().user.update({ where: { id: ann.id }, data: { displayName: '=عائشہ, #panic() "Ann"' } })
  await finishQuiz(quiz, ann.id, { 0: { option: optionOf(quiz, 0, 0) } })
  await makeStance(
    { userId: ann.id, assignmentId: quiz.assignment.id },
    { moment: "before_reading", position: 2, reason: "stance canary" },
  )
  const cell = {
    classId: quiz.class.id,
    assignmentId: quiz.assignment.id,
    enrolmentId: quiz.enrolments[0].id,
  }
  const change = { basedOn: null, kind: "points", value: "3.5", reason: "Aloud", reasonShown: false } as const
  const set = await setOverride(await viewerFor(quiz.teacher), { ...cell, ...change }, now)
  if (!set.ok) throw new Error(set.refusal.code)
})

const doors = { csv, pdf }
type Door = keyof typeof doors
type Where = { classId: string; enrolmentId: string }

const ask = async (door: Door, userId: string | null = quiz.teacher.id, where: Partial<Where> = {}) => {
  const headers = userId ? { cookie: await cookieOf((await makeSession(userId)).token) } : undefined
  return doors[door](new Request("http://localhost/api/x", { headers }), {
    params: Promise.resolve({ classId: quiz.class.publicId, enrolmentId: quiz.enrolments[0].id, ...where }),
  })
}

describe("one student in files", () => {
  it("is a tagged document of what the page says, for one who has much and one who has nothing", async () => {
    for (const { id: enrolmentId } of quiz.enrolments) {
      const response = await ask("pdf", quiz.teacher.id, { enrolmentId })
      expect(response.headers.get("content-type")).toBe("application/pdf")
      const text = Buffer.from(await response.arrayBuffer()).toString("latin1")
      expect(text.startsWith("%PDF-1.7")).toBe(true)
      expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
      expect(text).toContain("pdfuaid:part")
    }
  })

  it("has the numbers of the page in the school's words, and nothing of stances", async () => {
    const viewer = await viewerFor(quiz.teacher)
    const loaded = await loadStudentReport(viewer, {
      classId: quiz.class.id,
      enrolmentId: quiz.enrolments[0].id,
      now,
    })
    if (!loaded.ok) throw new Error(loaded.refusal.code)
    const { report, terms } = loaded.value
    const [whole, own] = buildTermReport(report, termWords(viewer.school, terms))
    const total = report.total.share && displayPercent(report.total.share)
    expect(total).toBe("87.5")
    expect(whole?.facts[0]).toEqual({ label: "Total", value: `${total}%` })
    expect(own?.facts.slice(0, 3)).toEqual([
      { label: "Score", value: "3½ of 4 points" },
      { label: "Set by hand", value: "worked out: 1 of 4 points" },
      { label: "Standing", value: "Handed in" },
    ])
    expect(own?.notes[0]?.label).toMatch(/: from 1 of 4 points to 3½ of 4 points$/)
    expect(own?.notes[0]?.text.text).toBe("The reason stays with the staff of the class.")
    expect(JSON.stringify([whole, own])).not.toMatch(/canary|stance/i)
  })

  it("is kept nowhere on its way, has a harmless name, and is recorded by ids", async () => {
    await forgetEvents("results.exported")
    for (const door of ["csv", "pdf"] as const) {
      const { status, headers } = await ask(door)
      expect(status).toBe(200)
      expect(headers.get("cache-control")).toBe("no-store")
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+\.(csv|pdf)"$/)
    }
    const events = await database().event.findMany({
      where: { kind: "results.exported" },
      orderBy: { id: "asc" },
    })
    expect(events.map(({ actorId, classId, data }) => [actorId, classId, data])).toEqual(
      ["student.csv", "student.pdf"].map((file) => [quiz.teacher.id, quiz.class.id, { file }]),
    )
  })

  it("is refused to everybody but teachers of the class, and then nothing is recorded", async () => {
    await forgetEvents("results.exported")
    const refused = [
      [null, 401],
      [quiz.students[0].id, 403],
      [quiz.assistant.id, 403],
      [other.teacher.id, 404],
      [other.students[0].id, 404],
      [(await makeUser("administrator")).id, 404],
    ] as const
    for (const door of ["csv", "pdf"] as const) {
      for (const [userId, status] of refused) {
        const response = await ask(door, userId)
        expect([door, userId, response.status]).toEqual([door, userId, status])
        expect(await response.json()).toHaveProperty("error.message")
      }
      // A teacher reaches no student of another class through their own.
      const elsewhere = [
        { enrolmentId: other.enrolments[0].id },
        { enrolmentId: "x" },
        { classId: other.class.id },
      ]
      for (const where of elsewhere) expect((await ask(door, quiz.teacher.id, where)).status).toBe(404)
    }
    expect(await database().event.count({ where: { kind: "results.exported" } })).toBe(0)
  })
})
