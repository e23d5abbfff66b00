import { parse } from "csv-parse/sync"
import readExcelFile from "read-excel-file/universal"
import { beforeAll, describe, expect, it } from "vitest"
import { GET as csv } from "@/app/api/assignments/[assignmentId]/results.csv/route"
import { GET as xlsx } from "@/app/api/assignments/[assignmentId]/results.xlsx/route"
import { GET as scores } from "@/app/api/assignments/[assignmentId]/scores.csv/route"
import { GET as report } from "@/app/api/assignments/[assignmentId]/students/[enrolmentId]/report.pdf/route"
import { database } from "@/lib/platform/database"
import { loadPulse } from "@/lib/results/server/load-pulse"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makePost } from "@/tests/support/factories-discussion"
import { cookieOf, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { forgetEvents } from "@/tests/support/forget-events"

useTestDatabase()

let quiz: Quiz
let other: Quiz
let administrator: { id: string }

beforeAll(async () => {
  quiz = await makeQuiz()
  other = await makeQuiz()
  administrator = await makeUser("administrator")
  const [ann, ben] = quiz.students
  await database().user.update({
    where: { id: ann.id },
    data: { displayName: '=عائشہ, \u200F"Ann"', email: "ann@school.test" },
  })
  await finishQuiz(quiz, ann.id, { 0: { option: optionOf(quiz, 0, 0) }, 1: { text: "=1+1" } })
  await finishQuiz(quiz, ben.id, { 0: { option: optionOf(quiz, 0, 1) } })
  await database().enrolment.update({ where: { id: quiz.enrolments[1].id }, data: { leftAt: new Date() } })
  const prompt = await database().prompt.findFirstOrThrow({
    where: { lessonVersionId: quiz.lesson.lessonVersionId },
  })
  await makePost(
    { assignmentId: quiz.assignment.id, promptId: prompt.id, enrolmentId: quiz.enrolments[0].id },
    { body: "words of a post", alias: "Blue Heron" },
  )
  for (const student of other.students)
    await database().user.update({ where: { id: student.id }, data: { displayName: "canary" } })
})

const doors = { csv, xlsx, scores, report }
type Door = keyof typeof doors

const ask = async (door: Door, query: string, userId: string | null = quiz.teacher.id) => {
  const headers = userId ? { cookie: await cookieOf((await makeSession(userId)).token) } : undefined
  const request = new Request(`http://localhost/api/x${query}`, { headers })
  return doors[door](request, {
    params: Promise.resolve({ assignmentId: quiz.assignment.id, enrolmentId: quiz.enrolments[0].id }),
  })
}

const rowsOf = async (response: Response): Promise<string[][]> =>
  parse(Buffer.from(await response.arrayBuffer()), { bom: true, relaxColumnCount: true })

const sheetsOf = async (response: Response) =>
  readExcelFile(new Blob([await response.arrayBuffer()]), { trim: false })

const everyFile: [Door, string][] = [
  ["csv", "?table=students"],
  ["csv", "?table=items"],
  ["csv", "?table=answers"],
  ["csv", "?table=discussion"],
  ["xlsx", ""],
  ["xlsx", "?table=answers"],
  ["scores", "?shape=canvas"],
  ["scores", "?shape=classroom"],
  ["scores", "?shape=powerteacher"],
  ["report", ""],
]

describe("files of an assignment", () => {
  it("hold the same in a workbook as in CSV, sheet by sheet", async () => {
    const sheets = await sheetsOf(await ask("xlsx", ""))
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      "Students",
      "Questions",
      "Quiz",
      "Answers",
      "Discussion",
    ])
    for (const [at, table] of ["students", "items", "quiz", "answers", "discussion"].entries()) {
      const lines = await rowsOf(await ask("csv", `?table=${table}`))
      expect(sheets[at]?.data.map((row) => row.map(asCsv))).toEqual(lines.map((line) => line.map(bare)))
    }
  })

  it("leave out of other systems' lists who has left, and call students by what the school knows", async () => {
    const lines = await rowsOf(await ask("scores", "?shape=canvas"))
    expect(lines.slice(2).map(([name, , , login]) => [name, login])).toEqual([
      ['\'=عائشہ, \u200F"Ann"', "ann@school.test"],
    ])
  })

  it("have no word of a post beside a name, and nothing of another class", async () => {
    for (const [door, query] of everyFile) {
      const response = await ask(door, query)
      const text = door === "xlsx" ? JSON.stringify(await sheetsOf(response)) : await response.text()
      expect(text).not.toMatch(/words of a post|Blue Heron|canary/)
    }
  })

  it("are kept nowhere on their way, and have harmless names", async () => {
    for (const [door, query] of everyFile) {
      const { status, headers } = await ask(door, query)
      expect([door, query, status]).toEqual([door, query, 200])
      expect(headers.get("cache-control")).toBe("no-store")
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+\.(csv|xlsx|pdf)"$/)
    }
  })

  it("are recorded by ids, without waking whoever follows the grid", async () => {
    const teacher = await viewerFor(quiz.teacher)
    const before = await loadPulse(teacher, quiz.assignment.id)
    await forgetEvents("results.exported")
    await ask("xlsx", "")
    await ask("scores", "?shape=canvas")
    const events = await database().event.findMany({
      where: { kind: "results.exported" },
      orderBy: { id: "asc" },
    })
    expect(
      events.map(({ actorId, classId, subjectId, data }) => [actorId, classId, subjectId, data]),
    ).toEqual(
      ["all.xlsx", "canvas.csv"].map((file) => [
        quiz.teacher.id,
        quiz.class.id,
        quiz.assignment.id,
        { file },
      ]),
    )
    expect(await loadPulse(teacher, quiz.assignment.id)).toEqual(before)
  })

  it("are refused to everybody but teachers of the class, and then nothing is recorded", async () => {
    await forgetEvents("results.exported")
    const refused = [
      [null, 401],
      [quiz.students[0].id, 403],
      [quiz.assistant.id, 403],
      [other.teacher.id, 404],
      [other.students[0].id, 404],
      [administrator.id, 404],
    ] as const
    for (const [door, query] of everyFile)
      for (const [userId, status] of refused) {
        const response = await ask(door, query, userId)
        expect([door, query, userId, response.status]).toEqual([door, query, userId, status])
        expect(await response.json()).toHaveProperty("error.message")
      }
    expect(await database().event.count({ where: { kind: "results.exported" } })).toBe(0)
  })

  it("say what there is where something else is asked for", async () => {
    for (const [door, query] of [
      ["csv", "?table=all"],
      ["xlsx", "?table=stances"],
      ["scores", ""],
      ["scores", "?shape=__proto__"],
    ] as const)
      expect((await ask(door, query)).status).toBe(422)
  })
})

/** A cell of a workbook as CSV has it, and CSV's without the apostrophe that disarms it. */
function asCsv(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (!(cell instanceof Date)) return String(cell)
  return new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).replace("T", " ")
}

const bare = (cell: string): string => cell.replace(/^'(?==)/, "")
