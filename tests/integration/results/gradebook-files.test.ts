import { parse } from "csv-parse/sync"
import readExcelFile from "read-excel-file/universal"
import { beforeAll, describe, expect, it } from "vitest"
import { GET as csv } from "@/app/api/classes/[classId]/gradebook.csv/route"
import { GET as xlsx } from "@/app/api/classes/[classId]/gradebook.xlsx/route"
import { database } from "@/lib/platform/database"
import { tableView } from "@/lib/results/gradebook/table-view"
import { wordsOfCells } from "@/lib/results/server/gradebook-words"
import { loadGradebook } from "@/lib/results/server/load-gradebook"
import { saveGradebookSettings } from "@/lib/results/server/save-gradebook-settings"
import { setOverride } from "@/lib/results/server/set-override"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makeAssignment } from "@/tests/support/factories-lesson"
import { cookieOf, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { forgetEvents } from "@/tests/support/forget-events"

useTestDatabase()

const now = new Date()
const DAY = 24 * 3_600_000
let quiz: Quiz
let other: Quiz

beforeAll(async () => {
  quiz = await makeQuiz()
  other = await makeQuiz()
  const [ann, ben] = quiz.students
  await database().class.update({ where: { id: quiz.class.id }, data: { name: '../9B "x"' } })
  await database().user.update({ where: { id: ann.id }, data: { displayName: '=عائشہ, \u200F"Ann"' } })
  await database().user.update({ where: { id: ben.id }, data: { displayName: "Ben" } })
  for (const student of other.students)
    await database().user.update({ where: { id: student.id }, data: { displayName: "canary" } })
  await finishQuiz(quiz, ann.id, { 0: { option: optionOf(quiz, 0, 0) } })
  await finishQuiz(quiz, ben.id, { 0: { option: optionOf(quiz, 0, 0) }, 1: { text: "silence" } })
  const closed = await makeAssignment(
    {
      classId: quiz.class.id,
      lessonVersionId: quiz.lesson.lessonVersionId,
      createdById: quiz.teacher.id,
    },
    {
      opensAt: new Date(now.getTime() - 9 * DAY),
      dueAt: new Date(now.getTime() - 3 * DAY),
      closesAt: new Date(now.getTime() - 2 * DAY),
    },
  )
  await database().assignmentException.create({
    data: { assignmentId: closed.id, enrolmentId: quiz.enrolments[1].id, excused: true },
  })
  const teacher = await viewerFor(quiz.teacher)
  const settings = await saveGradebookSettings(
    teacher,
    {
      classId: quiz.class.id,
      version: 0,
      words: { late: "", excused: "=excused: medical", missing: "absent" },
      missingCounts: "zero_after_close",
      categories: [{ name: "@Quizzes", weight: 3, dropLowest: 1 }],
      placed: { [quiz.assignment.id]: 0, [closed.id]: 0 },
    },
    now,
  )
  if (!settings.ok) throw new Error(settings.refusal.code)
  const set = await setOverride(
    teacher,
    {
      classId: quiz.class.id,
      assignmentId: quiz.assignment.id,
      enrolmentId: quiz.enrolments[0].id,
      basedOn: null,
      kind: "points",
      value: "3.5",
      reason: "for staff alone",
      reasonShown: false,
    },
    now,
  )
  if (!set.ok) throw new Error(set.refusal.code)
})

const doors = { csv, xlsx }
type Door = keyof typeof doors

const ask = async (door: Door, userId: string | null = quiz.teacher.id, classId = quiz.class.publicId) => {
  const headers = userId ? { cookie: await cookieOf((await makeSession(userId)).token) } : undefined
  return doors[door](new Request("http://localhost/api/x", { headers }), {
    params: Promise.resolve({ classId }),
  })
}

const linesOf = async (response: Response): Promise<string[][]> =>
  parse(Buffer.from(await response.arrayBuffer()), { bom: true })

describe("the gradebook in files", () => {
  it("has the students, totals and scores of the screen", async () => {
    const loaded = await loadGradebook(await viewerFor(quiz.teacher), quiz.class.id, now)
    if (!loaded.ok) throw new Error(loaded.refusal.code)
    const { book, terms } = loaded.value
    const view = tableView(book, book.rows, wordsOfCells("en", terms))
    const lines = await linesOf(await ask("csv"))
    expect(lines).toHaveLength(1 + view.rows.length)
    for (const row of view.rows) {
      const line = lines.find(([name]) => name === row.name || name === `'${row.name}`)
      expect(line?.[3]).toBe(row.total === null ? "" : String(Number((Number(row.total) / 100).toFixed(3))))
      for (const [at, cell] of row.cells.entries()) {
        const shown = (cell.split("\n")[0] ?? "").slice(1).replace(/^\((.*)\)$/, "$1")
        const points = line?.[5 + at * 3] ?? ""
        expect(points === "" ? "words" : points).toBe(
          cell.startsWith("s") ? shown.replace("½", ".5") : "words",
        )
      }
    }
  })

  it("says what was set by hand, left out and never handed in, in the class's own words", async () => {
    const [heads, ...lines] = await linesOf(await ask("csv"))
    expect(heads?.slice(0, 5)).toEqual([
      "Student",
      "User name",
      "In the class",
      "Total (1 is all)",
      "'@Quizzes (weight 3, lowest left out)",
    ])
    expect(heads?.[5]).toMatch(/^1\. .+ \(of 4 points, due \d{4}-\d\d-\d\d \d\d:\d\d, @Quizzes\)$/)
    expect(new Set(heads).size).toBe(heads?.length)
    const of = (start: string) => lines.find(([name]) => name?.startsWith(start))?.slice(2)
    expect(of("'=عائشہ")).toEqual([
      "in class",
      "0.875",
      "0.875",
      "",
      "absent",
      "counts as 0, left out as one of the lowest",
      "3.5",
      "Handed in",
      "set by hand, worked out 1",
    ])
    expect(of("Ben")?.slice(3, 6)).toEqual(["", "'=excused: medical", ""])
    expect(JSON.stringify(lines)).not.toMatch(/canary|for staff alone/)
  })

  it("holds the same in a workbook", async () => {
    const response = await ask("xlsx")
    const [sheet] = await readExcelFile(new Blob([await response.arrayBuffer()]), { trim: false })
    expect(sheet?.sheet).toBe("Gradebook")
    const bare = (cell: string) => cell.replace(/^'(?=[=@])/, "")
    expect(sheet?.data.map((row) => row.map((cell) => String(cell ?? "")))).toEqual(
      (await linesOf(await ask("csv"))).map((line) => line.map(bare)),
    )
  })

  it("is kept nowhere on its way, has a harmless name, and is recorded by ids", async () => {
    await forgetEvents("results.exported")
    for (const door of ["csv", "xlsx"] as const) {
      const { status, headers } = await ask(door)
      expect(status).toBe(200)
      expect(headers.get("cache-control")).toBe("no-store")
      expect(headers.get("content-disposition")).toBe(`attachment; filename="9B-x_gradebook.${door}"`)
    }
    const events = await database().event.findMany({
      where: { kind: "results.exported" },
      orderBy: { id: "asc" },
    })
    expect(
      events.map(({ actorId, classId, subjectId, data }) => [actorId, classId, subjectId, data]),
    ).toEqual(
      ["gradebook.csv", "gradebook.xlsx"].map((file) => [quiz.teacher.id, quiz.class.id, null, { file }]),
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
    for (const door of ["csv", "xlsx"] as const)
      for (const [userId, status] of refused)
        for (const classId of [quiz.class.publicId, quiz.class.id]) {
          const response = await ask(door, userId, classId)
          expect([door, userId, response.status]).toEqual([door, userId, status])
          expect(await response.json()).toHaveProperty("error.message")
        }
    expect(await database().event.count({ where: { kind: "results.exported" } })).toBe(0)
  })

  it("is heads and students where nothing was given", async () => {
    await database().assignment.deleteMany({ where: { classId: other.class.id } })
    const lines = await linesOf(await ask("csv", other.teacher.id, other.class.publicId))
    expect(lines).toHaveLength(3)
    expect(lines[1]?.[3]).toBe("")
    expect(lines[0]).toHaveLength(4)
  })
})
