import { inspect } from "node:util"
import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import type { User } from "@/lib/platform/generated/client"
import { decideRelease } from "@/lib/quiz/release"
import type { GradebookSettingsInput, SetOverrideInput } from "@/lib/results/gradebook/gradebook-input"
import { exportStudent } from "@/lib/results/server/export-student"
import { loadGradebook } from "@/lib/results/server/load-gradebook"
import { loadOwnGrades } from "@/lib/results/server/load-own-grades"
import { loadStudentReport } from "@/lib/results/server/load-student-report"
import { openCell } from "@/lib/results/server/open-cell"
import { saveGradebookSettings } from "@/lib/results/server/save-gradebook-settings"
import { setOverride } from "@/lib/results/server/set-override"
import { takeBackOverride } from "@/lib/results/server/take-back-override"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

useTestDatabase()

const now = new Date()
let quiz: Quiz
let teacher: Viewer

const cell = () => ({
  classId: quiz.class.id,
  assignmentId: quiz.assignment.id,
  enrolmentId: quiz.enrolments[0].id,
})
const setting = (change: Partial<SetOverrideInput> = {}): SetOverrideInput => ({
  ...cell(),
  basedOn: null,
  kind: "points",
  value: "3.5",
  reason: "Explained it aloud",
  reasonShown: false,
  ...change,
})
const settings = (change: Partial<GradebookSettingsInput> = {}): GradebookSettingsInput => ({
  classId: quiz.class.id,
  version: 0,
  words: { late: "", excused: "excused: medical", missing: "" },
  missingCounts: "never",
  categories: [{ name: "Quizzes", weight: 3, dropLowest: 1 }],
  placed: { [quiz.assignment.id]: 0 },
  ...change,
})
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.ok ? "allowed" : `${decision.refusal?.kind} ${decision.refusal?.code}`
const view = async () => {
  const opened = await openCell(teacher, cell(), now)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

/** Whoever may not change a gradebook, with what they are told. */
async function outsiders(): Promise<[User, string][]> {
  const left = await makeUser("teacher")
  await enrol(quiz.class.id, left.id, "teacher", { leftAt: now })
  return [
    [quiz.students[0], "forbidden results.staffOnly"],
    [quiz.assistant, "forbidden results.gradebookTeachersOnly"],
    [await makeUser("teacher"), "missing results.noClass"],
    [left, "missing results.noClass"],
    [await makeUser("administrator"), "missing results.noClass"],
  ]
}

beforeEach(async () => {
  quiz = await makeQuiz()
  teacher = await viewerFor(quiz.teacher)
  // One of four points.
  await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
})

describe("a score set by hand", () => {
  it("counts instead of what was worked out, which stays beside it", async () => {
    expect(codeOf(await setOverride(teacher, setting(), now))).toBe("allowed")
    expect(await view()).toMatchObject({
      isSet: true,
      score: { score: "3½", possible: 4 },
      computed: { score: "1", possible: 4 },
      history: [
        {
          from: { score: "1" },
          to: { score: "3½" },
          reason: "Explained it aloud",
          by: quiz.teacher.displayName,
        },
      ],
    })
    const book = await loadGradebook(teacher, quiz.class.publicId, now)
    if (!book.ok) throw new Error(book.refusal.code)
    const row = book.value.book.rows.find(({ person }) => person.enrolmentId === cell().enrolmentId)
    expect(row?.total.share).toEqual({ top: 7n, bottom: 8n })
  })

  it("can be set again and taken back: all of it stays in the history", async () => {
    const first = await setOverride(teacher, setting(), now)
    if (!first.ok) throw new Error(first.refusal.code)
    const second = await setOverride(
      teacher,
      setting({ basedOn: first.value.id, kind: "percent", value: "50" }),
      now,
    )
    if (!second.ok) throw new Error(second.refusal.code)
    const back = { ...cell(), basedOn: second.value.id, reason: "A slip", reasonShown: true }
    expect(codeOf(await takeBackOverride(teacher, back, now))).toBe("allowed")
    const { history, isSet, score } = await view()
    expect({ isSet, score }).toEqual({ isSet: false, score: { score: "1", possible: 4 } })
    expect(history.map(({ from, to }) => [from?.score ?? null, to?.score ?? null])).toEqual([
      ["50", null],
      ["3½", "50"],
      ["1", "3½"],
    ])
    expect(codeOf(await takeBackOverride(teacher, { ...back, basedOn: history[0]?.id ?? null }, now))).toBe(
      "conflict results.noOverride",
    )
  })

  it("of two at once is one, and the other is told", async () => {
    const both = await Promise.all([
      setOverride(teacher, setting({ value: "2" }), now),
      setOverride(teacher, setting({ value: "3" }), now),
    ])
    expect(both.map(codeOf).sort()).toEqual(["allowed", "conflict results.overrideMeanwhile"])
    expect(await database().gradeOverride.count({ where: { enrolmentId: cell().enrolmentId } })).toBe(1)
  })

  it("is logged without what it is and why", async () => {
    await setOverride(teacher, setting(), now)
    const events = await database().event.findMany({
      where: { kind: "grade.overridden", subjectId: cell().enrolmentId },
    })
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events[0]?.data)).not.toMatch(/aloud|3\.5|7/)
  })

  it("is forbidden to students, assistants, other classes' teachers and who has left", async () => {
    for (const [user, code] of await outsiders()) {
      const viewer = await viewerFor(user)
      expect(codeOf(await setOverride(viewer, setting(), now))).toBe(code)
      const back = { ...cell(), basedOn: null, reason: "No", reasonShown: false }
      expect(codeOf(await takeBackOverride(viewer, back, now))).toBe(code)
    }
    expect(await database().gradeOverride.count({ where: { enrolmentId: cell().enrolmentId } })).toBe(0)
  })

  it("is of this class's students and assignments alone", async () => {
    const other = await makeQuiz()
    const foreign = [
      { assignmentId: other.assignment.id },
      { enrolmentId: other.enrolments[0].id },
      { enrolmentId: "not-an-id" },
    ]
    for (const change of foreign) expect((await setOverride(teacher, setting(change), now)).ok).toBe(false)
    expect(await database().gradeOverride.count()).toBe(
      await database().gradeOverride.count({ where: { assignmentId: { not: other.assignment.id } } }),
    )
  })

  it("shows to the student with the released results: the reason only where it was written for them", async () => {
    const moment = new Date()
    const decision = decideRelease(
      {
        policy: "on_submit",
        releasedAt: moment,
        dueAt: moment,
        closesAt: moment,
        submittedAttempts: 1,
        hasOpenAttempt: false,
        attemptsLeft: 0,
      },
      moment,
    )
    if (!decision.released) throw new Error(decision.reason)
    const own = async () => (await loadOwnGrades({ ...cell(), release: decision.release })).override
    expect(await own()).toBeNull()
    const first = await setOverride(teacher, setting(), now)
    expect(await own()).toMatchObject({ possible: 4, earned: { numerator: 7, denominator: 2 }, reason: null })
    const basedOn = first.ok ? first.value.id : null
    await setOverride(teacher, setting({ basedOn, value: "4", reason: "For you", reasonShown: true }), now)
    expect(await own()).toMatchObject({ reason: "For you" })
    const { assignmentId, enrolmentId } = cell()
    await database().assignmentException.create({ data: { assignmentId, enrolmentId, excused: true } })
    expect(await own()).toBeNull()
    expect(codeOf(await setOverride(teacher, setting(), now))).toBe("conflict results.overrideExcused")
  })
})

describe("what counts in a class", () => {
  const terms = async () => {
    const found = await loadGradebook(teacher, quiz.class.publicId, now)
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }

  it("is saved as one, and found again", async () => {
    expect(codeOf(await saveGradebookSettings(teacher, settings(), now))).toBe("allowed")
    const { terms: kept, book } = await terms()
    expect(kept).toEqual({
      version: 1,
      words: { late: null, excused: "excused: medical", missing: null },
      missingCounts: "never",
    })
    expect(book.categories).toMatchObject([{ name: "Quizzes", weight: 3, dropLowest: 1 }])
    expect(book.works[0]?.categoryId).toBe(book.categories[0]?.id)
    const none = settings({ version: 1, categories: [], placed: {} })
    expect(codeOf(await saveGradebookSettings(teacher, none, now))).toBe("allowed")
    expect((await terms()).book.works[0]?.categoryId).toBeNull()
  })

  it("is not overwritten by who opened it before another saved", async () => {
    const both = await Promise.all([1, 2].map(() => saveGradebookSettings(teacher, settings(), now)))
    expect(both.map(codeOf).sort()).toEqual(["allowed", "conflict results.gradebookMeanwhile"])
  })

  it("is about assignments of the class alone", async () => {
    const other = await makeQuiz()
    const foreign = settings({ placed: { [other.assignment.id]: 0 } })
    expect(codeOf(await saveGradebookSettings(teacher, foreign, now))).toBe(
      "invalid results.foreignAssignment",
    )
  })

  it("is forbidden to students, assistants, other classes' teachers and who has left", async () => {
    for (const [user, code] of await outsiders()) {
      const told = codeOf(await saveGradebookSettings(await viewerFor(user), settings(), now))
      expect(told).toBe(code.replace("staffOnly", "gradebookTeachersOnly"))
    }
    expect((await terms()).terms.version).toBe(0)
  })
})

describe("one student", () => {
  it("has all that is known of them, and nothing of others", async () => {
    await setOverride(teacher, setting(), now)
    const call = { classId: quiz.class.publicId, enrolmentId: cell().enrolmentId, now }
    const found = await loadStudentReport(teacher, call)
    if (!found.ok) throw new Error(found.refusal.code)
    const { report } = found.value
    expect(report.counts).toEqual({ done: 1, missing: 0, excused: 0, ahead: 0 })
    expect(report.works[0]).toMatchObject({
      steps: { stance: false, read: "no", posts: 0 },
      history: [{ reason: "Explained it aloud" }],
    })
    expect(inspect(report, { depth: null })).not.toContain(quiz.enrolments[1].id)
    const file = await exportStudent(teacher, call)
    expect(file.ok && file.value.text).toContain("3.5")
  })

  it("is for the staff of the class, and the file for its teachers", async () => {
    const call = { classId: quiz.class.publicId, enrolmentId: cell().enrolmentId, now }
    for (const [user, code] of await outsiders()) {
      const viewer = await viewerFor(user)
      const seen = user.id === quiz.assistant.id ? "allowed" : code
      expect(codeOf(await loadStudentReport(viewer, call))).toBe(seen)
      expect(codeOf(await openCell(viewer, cell(), now))).toBe(seen)
      const file = codeOf(await exportStudent(viewer, call))
      expect(file).toBe(seen === "allowed" ? "forbidden results.exportTeachersOnly" : code)
    }
    const other = await makeQuiz()
    const foreign = { ...call, enrolmentId: other.enrolments[0].id }
    expect(codeOf(await loadStudentReport(teacher, foreign))).toBe("missing results.noStudent")
    expect(codeOf(await loadStudentReport(teacher, { ...call, enrolmentId: "x" }))).toBe(
      "missing results.noClass",
    )
  })

  it("is to be changed by a teacher of the class, and only looked at by an assistant", async () => {
    const mayEdit = async (user: User) => {
      const opened = await openCell(await viewerFor(user), cell(), now)
      return opened.ok && opened.value.mayEdit
    }
    expect([await mayEdit(quiz.teacher), await mayEdit(quiz.assistant)]).toEqual([true, false])
  })

  it("who left and came back has all of it again", async () => {
    const { enrolmentId } = cell()
    const leave = (leftAt: Date | null) =>
      database().enrolment.update({ where: { id: enrolmentId }, data: { leftAt } })
    const rowNow = async () => {
      const found = await loadGradebook(teacher, quiz.class.publicId, now)
      return found.ok ? found.value.book.rows.find(({ person }) => person.enrolmentId === enrolmentId) : null
    }
    const before = await rowNow()
    await leave(now)
    expect(await rowNow()).toMatchObject({ person: { hasLeft: true }, total: before?.total })
    await leave(null)
    expect(await rowNow()).toEqual(before)
    // Who left without having done anything is not there at all.
    await database().enrolment.update({ where: { id: quiz.enrolments[1].id }, data: { leftAt: now } })
    const found = await loadGradebook(teacher, quiz.class.publicId, now)
    expect(found.ok && found.value.book.rows).toHaveLength(1)
  })
})
