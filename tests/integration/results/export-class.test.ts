import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { parse } from "csv-parse/sync"
import { unzipSync } from "fflate"
import { v4 } from "uuid"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { GET } from "@/app/api/classes/[classId]/export.zip/route"
import { writeFolder } from "@/bin/cli/write-folder"
import { database, pool } from "@/lib/platform/database"
import { decimalPoints } from "@/lib/quiz/score-display"
import { exportClass, exportClassCommand } from "@/lib/results/server/export-class"
import { exportGradebook } from "@/lib/results/server/export-gradebook"
import { loadResults } from "@/lib/results/server/load-results"
import { setOverride } from "@/lib/results/server/set-override"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makePost, makeStance } from "@/tests/support/factories-discussion"
import { cookieOf, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { forgetEvents } from "@/tests/support/forget-events"

useTestDatabase()

let quiz: Quiz
let other: Quiz
const now = new Date("2026-11-27T04:50:00Z")

beforeAll(async () => {
  quiz = await makeQuiz()
  other = await makeQuiz()
  const [ann, ben] = quiz.students
  await database().user.update({ where: { id: ann.id }, data: { displayName: "=Ann Ashby" } })
  await database().user.update({ where: { id: ben.id }, data: { displayName: "Ben Boyle" } })
  await finishQuiz(quiz, ann.id, { 0: { option: optionOf(quiz, 0, 0) }, 1: { text: "# noise" } })
  await database().enrolment.update({ where: { id: quiz.enrolments[1].id }, data: { leftAt: now } })
  const prompt = await database().prompt.findFirstOrThrow({
    where: { lessonVersionId: quiz.lesson.lessonVersionId },
  })
  const at = { assignmentId: quiz.assignment.id, promptId: prompt.id }
  const [first, second] = quiz.enrolments
  const post = await makePost(
    { ...at, enrolmentId: first.id },
    { body: "# Mine\nto tell", alias: "Blue Heron" },
  )
  await makePost({ ...at, enrolmentId: second.id }, { parentId: post.id, move: "restate", alias: "Grey Fox" })
  await makePost({ ...at, enrolmentId: second.id }, { state: "hidden", body: "held back" })
  await makePost({ ...at, enrolmentId: second.id }, { state: "deleted", body: "taken back" })
  await makeStance(
    { userId: ann.id, assignmentId: quiz.assignment.id },
    { moment: "before_reading", position: 2, reason: "stance canary" },
  )
  await database().sentenceNote.create({
    data: {
      id: v4(),
      assignmentId: quiz.assignment.id,
      enrolmentId: first.id,
      revisionId: quiz.lesson.revisionId,
      sentenceId: quiz.sentenceIds[0] ?? "",
      quote: "",
      body: "note canary",
    },
  })
  for (const student of other.students)
    await database().user.update({ where: { id: student.id }, data: { displayName: "class canary" } })
})

type Files = Record<string, string>

async function filesOf(reference: string): Promise<Files> {
  const room = await exportClassCommand(reference, now)
  if (!room.ok) throw new Error(room.refusal.code)
  const files: Files = {}
  for await (const { path: place, text } of room.value.files) files[place] = text
  return files
}

/** A file by its name, wherever it stands. */
const named = (files: Files, name: string): string =>
  Object.entries(files).find(([place]) => path.basename(place) === name)?.[1] ?? ""

const lines = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })

describe("a class in files", () => {
  it("has everything of it, by either of its ids, with the numbers of the screen", async () => {
    const files = await filesOf(quiz.class.publicId)
    expect(await filesOf(quiz.class.id)).toEqual(files)
    expect(
      Object.keys(files)
        .map((place) => path.basename(place))
        .sort(),
    ).toEqual(
      [
        "README.md",
        "answers.csv",
        "assignment.json",
        "assignments.csv",
        "class.json",
        "discussion-1.md",
        "gradebook.csv",
        "grades.csv",
        "items.csv",
        "quiz.csv",
        "lesson.md",
        "roster.csv",
        "score-history.csv",
        "students.csv",
      ].sort(),
    )
    const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
    if (!results.ok) throw new Error("refused")
    const row = results.value.grid.rows.find(({ student }) => student.userName === quiz.students[0].userName)
    const grade = lines(named(files, "grades.csv")).find((one) => one["User name"] === row?.student.userName)
    expect(grade).toMatchObject({
      Student: "'=Ann Ashby",
      Score: String(Number(decimalPoints(row?.quiz.score ?? { numerator: -1, denominator: 1 }))),
    })
    expect(lines(named(files, "score-history.csv"))[0]).toMatchObject({
      "Scored by": "the key",
      Attempt: "1",
    })
    expect(named(files, "lesson.md")).toContain("**1.1** ")
  })

  it("has its gradebook, the file that the gradebook's page gives, with what was set by hand", async () => {
    const viewer = await viewerFor(quiz.teacher)
    const cell = {
      classId: quiz.class.id,
      assignmentId: quiz.assignment.id,
      enrolmentId: quiz.enrolments[0].id,
    }
    const change = {
      basedOn: null,
      kind: "points",
      value: "3.5",
      reason: "Aloud",
      reasonShown: false,
    } as const
    expect((await setOverride(viewer, { ...cell, ...change }, now)).ok).toBe(true)
    const files = await filesOf(quiz.class.id)
    const own = await exportGradebook(viewer, { classId: quiz.class.publicId, now })
    expect(named(files, "gradebook.csv")).toBe(own.ok ? own.value.text : "refused")
    expect(named(files, "gradebook.csv")).toContain("set by hand, worked out 1")
    expect(files["README.md"]).toContain("`gradebook.csv`")
    await database().gradeOverride.deleteMany({ where: { assignmentId: quiz.assignment.id } })
  })

  it("keeps who has left, and says when", async () => {
    const left = lines(named(await filesOf(quiz.class.id), "roster.csv")).find(
      (one) => one.Name === "Ben Boyle",
    )
    expect(left?.Left).toMatch(/^2026-11-27 \d\d:50$/)
  })

  it("tells a discussion under the names the class saw, in words that stay words", async () => {
    const thread = named(await filesOf(quiz.class.id), "discussion-1.md")
    expect(thread).toMatch(
      /### 1\. Blue Heron[\s\S]*> # Mine\n> to tell[\s\S]*### 2\. Grey Fox[\s\S]*in reply to 1/,
    )
    expect(thread).toMatch(/### 3\.\n\n\*Hidden from the class/)
    expect(thread).not.toMatch(/Ashby|Boyle/)
  })

  it("is the same to the byte whoever stands behind which pseudonym", async () => {
    const before = await filesOf(quiz.class.id)
    const swap = (from: string, to: string) =>
      pool().query(`UPDATE "PostAlias" SET "enrolmentId" = $2 WHERE name = $1`, [from, to])
    const [first, second] = quiz.enrolments
    // One person has one pseudonym: the third holds one meanwhile.
    const holder = await database().enrolment.findFirstOrThrow({ where: { userId: quiz.assistant.id } })
    await swap("Blue Heron", holder.id)
    await swap("Grey Fox", first.id)
    await swap("Blue Heron", second.id)
    expect(await filesOf(quiz.class.id)).toEqual(before)
    await swap("Blue Heron", holder.id)
    await swap("Grey Fox", second.id)
    await swap("Blue Heron", first.id)
  })

  it("gives names and counts where the class used its names", async () => {
    const where = { where: { id: quiz.assignment.id } }
    await database().assignment.update({ ...where, data: { postNames: "names" } })
    const files = await filesOf(quiz.class.id)
    await database().assignment.update({ ...where, data: { postNames: "pseudonyms" } })
    expect(named(files, "discussion-1.md")).toContain("### 1. \\=Ann Ashby")
    expect(lines(named(files, "discussion.csv"))[0]).toMatchObject({ Posts: "1" })
    expect(named(files, "students.csv")).toContain("Citations")
  })

  it("has no stance, no note, nothing that was hidden or taken back, and nothing of another class", async () => {
    const everything = JSON.stringify(await filesOf(quiz.class.id))
    expect(everything).not.toMatch(/canary|held back|taken back"|Stance taken|Reflection/)
    expect(JSON.stringify(await filesOf(other.class.id))).toContain("class canary")
  })

  it("of nobody and nothing is heads", async () => {
    const teacher = await makeUser("teacher")
    const empty = await database().class.create({
      data: {
        id: v4(),
        name: "Empty",
        publicId: "emptyclass",
        joinCode: "EMPTYCLASS",
        createdById: teacher.id,
        enrolments: { create: { id: v4(), userId: teacher.id, role: "teacher" } },
      },
    })
    const files = await filesOf(empty.id)
    expect(Object.keys(files)).toEqual([
      "README.md",
      "class.json",
      "roster.csv",
      "assignments.csv",
      "grades.csv",
      "gradebook.csv",
    ])
    for (const name of ["assignments.csv", "grades.csv", "gradebook.csv"]) {
      expect(parse(named(files, name), { bom: true })).toHaveLength(1)
    }
  })
})

describe("the folder", () => {
  const made: string[] = []
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true })
  })
  const place = () => {
    const folder = mkdtempSync(path.join(tmpdir(), "export-"))
    made.push(folder)
    return path.join(folder, "class")
  }
  async function* some() {
    yield { path: "a/b.csv", text: "x", rows: 1 }
  }
  async function* broken() {
    yield { path: "a.csv", text: "x", rows: 1 }
    throw new Error("the database is gone")
  }

  it("stands whole, for its owner alone, also where an empty one stood", async () => {
    const folder = place()
    mkdirSync(folder)
    expect(await writeFolder(folder, some())).toEqual([{ path: "a/b.csv", rows: 1 }])
    expect(readFileSync(path.join(folder, "a/b.csv"), "utf8")).toBe("x")
    expect(statSync(folder).mode & 0o077).toBe(0)
  })

  it("never stands by half", async () => {
    const folder = place()
    await expect(writeFolder(folder, broken())).rejects.toThrow("the database is gone")
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(path.dirname(folder))).toEqual([])
  })

  it("takes nobody's place, and is not made where nothing can be", async () => {
    const folder = place()
    mkdirSync(folder)
    writeFileSync(path.join(folder, "mine"), "mine")
    expect(await writeFolder(folder, some())).toBeNull()
    expect(readdirSync(path.dirname(folder))).toEqual(["class"])
    expect(readdirSync(folder)).toEqual(["mine"])
    expect(await writeFolder(path.join(folder, "no", "such"), some())).toBeNull()
  })
})

describe("who may take a class away", () => {
  const ask = async (userId: string | null, classId: string) => {
    const headers = userId ? { cookie: await cookieOf((await makeSession(userId)).token) } : undefined
    const params = Promise.resolve({ classId })
    return GET(new Request("http://localhost/api/x", { headers }), { params })
  }

  it("its teachers, in one file that holds the same", async () => {
    const response = await ask(quiz.teacher.id, quiz.class.publicId)
    expect(response.status).toBe(200)
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(response.headers.get("content-disposition")).toMatch(/filename="[\w-]+\.zip"$/)
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true })
    const texts = Object.entries(parts).map(([name, bytes]) => [name, decoder.decode(bytes)])
    const { "README.md": _, "class.json": __, ...files } = await filesOf(quiz.class.id)
    expect(Object.fromEntries(texts)).toMatchObject(files)
  })

  it("nobody else, and then nothing is recorded", async () => {
    await forgetEvents("results.exported")
    const administrator = await makeUser("administrator")
    const refused = [
      [null, 401],
      [quiz.students[0].id, 403],
      [quiz.assistant.id, 403],
      // Has left.
      [quiz.students[1].id, 404],
      [other.teacher.id, 404],
      [administrator.id, 404],
    ] as const
    for (const [userId, status] of refused) {
      const response = await ask(userId, quiz.class.publicId)
      expect([userId, response.status]).toEqual([userId, status])
    }
    expect(await database().event.count({ where: { kind: "results.exported" } })).toBe(0)
  })

  it("an operator, of every class that has a teacher", async () => {
    expect(await exportClassCommand("no-such-class", now)).toMatchObject({ refusal: { kind: "missing" } })
    expect(await exportClassCommand(v4(), now)).toMatchObject({ refusal: { kind: "missing" } })
    expect(await exportClass(await viewerFor(quiz.teacher), "x' OR 1=1", now)).toMatchObject({
      refusal: { kind: "missing" },
    })
    await exportClassCommand(quiz.class.id, now)
    const event = await database().event.findFirstOrThrow({
      where: { kind: "results.exported" },
      orderBy: { id: "desc" },
    })
    expect(event).toMatchObject({ actorId: null, classId: quiz.class.id, data: { file: "class" } })
  })
})
