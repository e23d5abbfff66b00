import { parse } from "csv-parse/sync"
import { v4 } from "uuid"
import { beforeEach, describe, expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { decideRelease, type Release } from "@/lib/quiz/release"
import type { Rubric } from "@/lib/quiz/rubric"
import { exportResults } from "@/lib/results/server/export-results"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { loadOwnGrades } from "@/lib/results/server/load-own-grades"
import { loadResults } from "@/lib/results/server/load-results"
import { saveDiscussionGrade } from "@/lib/results/server/save-discussion-grade"
import { saveDiscussionRubric } from "@/lib/results/server/save-discussion-rubric"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { makeDiscussion, makePost } from "@/tests/support/factories-discussion"

useTestDatabase()

const COMMENT = "=Say whose words these are"

let room: Awaited<ReturnType<typeof makeDiscussion>>
let assignmentId: string
let enrolmentId: string

beforeEach(async () => {
  room = await makeDiscussion()
  assignmentId = room.assignment.id
  enrolmentId = room.students[0]?.enrolment.id ?? ""
  const promptId = room.prompts[0]?.id ?? ""
  await makePost({ assignmentId, promptId, enrolmentId }, { alias: "Blue Heron" })
})

const teacher = () => viewerFor(room.teacher)

async function discussionOf(viewer: Awaited<ReturnType<typeof teacher>>) {
  const loaded = await loadDiscussionProfile(viewer, assignmentId, enrolmentId)
  if (!loaded.ok) throw new Error(loaded.refusal.code)
  return loaded.value
}

async function rubricNow() {
  const { grading } = await discussionOf(await teacher())
  if (!grading) throw new Error("a teacher may grade")
  return grading.current
}

const levelsOf = ({ criteria }: Rubric, ...points: number[]) =>
  Object.fromEntries(criteria.map(({ id, levels }, at) => [id, levels[points[at] ?? 0]?.id ?? ""]))

const gradeOf = async (points: number[], over: object = {}) => {
  const { number, rubric } = await rubricNow()
  return {
    assignmentId,
    enrolmentId,
    rubricNumber: number,
    levels: levelsOf(rubric, ...points),
    comment: COMMENT,
    basedOn: null as string | null,
    ...over,
  }
}

const savedId = (outcome: Awaited<ReturnType<typeof saveDiscussionGrade>>): string => {
  if (!outcome.ok || outcome.value.outcome !== "saved") throw new Error(JSON.stringify(outcome))
  return outcome.value.scoringId
}

const rows = () => database().discussionGrade.findMany({ where: { assignmentId }, orderBy: { id: "asc" } })

describe("grading a discussion", () => {
  it("keeps an exact share, by the rubric that every discussion begins with", async () => {
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 2, 2])))
    expect(await rows()).toMatchObject([
      { enrolmentId, rubricNumber: 0, numerator: 7, denominator: 9, createdById: room.teacher.id },
    ])
    const event = await database().event.findFirstOrThrow({
      where: { kind: "discussion.graded", subjectId: enrolmentId },
    })
    expect(JSON.stringify(event.data)).not.toContain("whose words")
  })

  it("keeps the earlier grade when another is given, and counts the newest", async () => {
    const first = savedId(await saveDiscussionGrade(await teacher(), await gradeOf([1, 1, 1])))
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 3, 3], { basedOn: first })))
    expect(await rows()).toHaveLength(2)
    const { grading } = await discussionOf(await teacher())
    expect(grading?.grades.get(enrolmentId)?.map(({ share }) => share)).toEqual([
      { numerator: 1, denominator: 1 },
      { numerator: 1, denominator: 3 },
    ])
  })

  it("is one grade when it is sent twice, also at once", async () => {
    const input = await gradeOf([1, 2, 3])
    const viewer = await teacher()
    const ids = await Promise.all(
      [1, 2, 3].map(async () => savedId(await saveDiscussionGrade(viewer, input))),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await rows()).toHaveLength(1)
  })

  it("tells the later of two teachers, and overwrites nothing until they say so", async () => {
    const first = savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 3, 3])))
    const colleague = await makeUser("teacher")
    await enrol(room.class.id, colleague.id, "teacher")
    const viewer = await viewerFor(colleague)
    expect(await saveDiscussionGrade(viewer, await gradeOf([0, 0, 0]))).toMatchObject({
      value: { outcome: "overtaken", theirs: { scoringId: first, by: "Ms Lindqvist", comment: COMMENT } },
    })
    expect(await rows()).toHaveLength(1)
    savedId(await saveDiscussionGrade(viewer, await gradeOf([0, 0, 0], { basedOn: first })))
    expect(await rows()).toHaveLength(2)
  })

  it("refuses who has written nothing or took it back, and who is no student of the class", async () => {
    const silent = await gradeOf([1, 1, 1], { enrolmentId: room.students[1]?.enrolment.id })
    expect(await saveDiscussionGrade(await teacher(), silent)).toMatchObject({
      refusal: { code: "results.nothingWritten" },
    })
    await database().post.updateMany({ where: { thread: { assignmentId } }, data: { state: "deleted" } })
    expect(await saveDiscussionGrade(await teacher(), await gradeOf([1, 1, 1]))).toMatchObject({
      refusal: { code: "results.nothingWritten" },
    })
    const other = await makeDiscussion()
    for (const id of [other.students[0]?.enrolment.id, v4()])
      expect(
        await saveDiscussionGrade(await teacher(), await gradeOf([1, 1, 1], { enrolmentId: id })),
      ).toMatchObject({ refusal: { kind: "missing" } })
    await database().enrolment.update({ where: { id: enrolmentId }, data: { leftAt: new Date() } })
    expect(await saveDiscussionGrade(await teacher(), await gradeOf([1, 1, 1]))).toMatchObject({
      refusal: { kind: "missing" },
    })
    expect(await rows()).toEqual([])
  })
})

describe("the rubric of a discussion", () => {
  const changed = (rubric: Rubric): Rubric => ({
    criteria: rubric.criteria.slice(0, 2).map((criterion) => ({ ...criterion, title: "Anew" })),
  })

  it("is kept under the next number; a grade keeps the words it was given with", async () => {
    const first = await rubricNow()
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 2, 1])))
    const rubric = changed(first.rubric)
    expect(await saveDiscussionRubric(await teacher(), { assignmentId, basedOn: 0, rubric })).toMatchObject({
      value: { number: 1 },
    })
    expect(await rubricNow()).toEqual({ number: 1, rubric })
    const { grading } = await discussionOf(await teacher())
    expect(grading?.grades.get(enrolmentId)?.[0]).toMatchObject({ number: 0, rubric: first.rubric })
    // Levels of the earlier one do not become a grade by the new one.
    const late = { ...(await gradeOf([1, 1])), rubricNumber: 0 }
    expect(await saveDiscussionGrade(await teacher(), late)).toMatchObject({
      refusal: { kind: "conflict", code: "results.rubricChanged" },
    })
  })

  it("is not overwritten by who has not seen it, is not changed by the same again, and must be able to grade", async () => {
    const first = await rubricNow()
    const rubric = changed(first.rubric)
    const save = async (basedOn: number, given: Rubric) =>
      saveDiscussionRubric(await teacher(), { assignmentId, basedOn, rubric: given })
    expect(await save(0, rubric)).toMatchObject({ value: { number: 1 } })
    expect(await save(0, first.rubric)).toMatchObject({ refusal: { code: "results.rubricOvertaken" } })
    expect(await save(1, rubric)).toMatchObject({ value: { number: 1 } })
    expect(await save(1, { criteria: [] })).toMatchObject({ refusal: { code: "results.rubricFaulty" } })
    expect(await database().discussionRubric.count({ where: { assignmentId } })).toBe(1)
  })
})

describe("who may not", () => {
  it.each(["student", "assistant", "colleague", "administrator"] as const)(
    "grade or change: %s",
    async (who) => {
      const input = await gradeOf([1, 1, 1])
      const { rubric } = await rubricNow()
      const assistant = await makeUser("assistant")
      await enrol(room.class.id, assistant.id, "assistant")
      const people = {
        student: room.students[0]?.user,
        assistant,
        colleague: (await makeDiscussion()).teacher,
        administrator: await makeUser("administrator"),
      }
      const person = people[who]
      if (!person) throw new Error("nobody")
      const kind = who === "student" || who === "assistant" ? "forbidden" : "missing"
      const viewer = await viewerFor(person)
      expect(await saveDiscussionGrade(viewer, input)).toMatchObject({ ok: false, refusal: { kind } })
      expect(await saveDiscussionRubric(viewer, { assignmentId, basedOn: 0, rubric })).toMatchObject({
        ok: false,
        refusal: { kind },
      })
      expect(await exportResults(viewer, { assignmentId, table: "discussion" })).toMatchObject({
        ok: false,
        refusal: { kind },
      })
      expect(await rows()).toEqual([])
      expect(await database().discussionRubric.count({ where: { assignmentId } })).toBe(0)
    },
  )

  it("learn a pseudonym or a grade: an assistant", async () => {
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([1, 1, 1])))
    const assistant = await makeUser("assistant")
    await enrol(room.class.id, assistant.id, "assistant")
    const viewer = await viewerFor(assistant)
    const { profile, grading } = await discussionOf(viewer)
    expect(grading).toBeNull()
    const [one] = profile.students
    expect(one?.author).toMatchObject({ name: null, alias: "Blue Heron" })
    // By the id that the rest of the class's pages know them by, nothing is found.
    expect(one?.author.key).not.toBe(enrolmentId)
    const { user } = room.students[0] ?? { user: { displayName: "?", userName: "?" } }
    for (const word of [enrolmentId, user.displayName, user.userName, COMMENT])
      expect(JSON.stringify(profile)).not.toContain(word)
    expect(one?.posts[0]?.html).toBeNull()
    const whole = await loadDiscussionProfile(viewer, assignmentId, one?.author.key)
    expect(whole.ok && whole.value.profile.students[0]?.posts[0]?.html).toContain("he is right")
  })

  it("find another class's posts through an id: anybody", async () => {
    const other = await makeDiscussion()
    const viewer = await viewerFor(other.teacher)
    expect(await loadDiscussionProfile(viewer, assignmentId, enrolmentId)).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    })
    expect(await loadDiscussionProfile(await teacher(), assignmentId, "' OR 1=1")).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    })
  })
})

describe("what was given", () => {
  it("reaches the student with a release, by the words of its time, and names no teacher", async () => {
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 2, 2])))
    const { rubric } = await rubricNow()
    await saveDiscussionRubric(await teacher(), {
      assignmentId,
      basedOn: 0,
      rubric: { criteria: rubric.criteria.slice(0, 1) },
    })
    const own = await loadOwnGrades({ assignmentId, enrolmentId, release: released() })
    expect(own.discussion).toEqual({
      levels: levelsOf(rubric, 3, 2, 2),
      comment: COMMENT,
      share: { numerator: 7, denominator: 9 },
      rubric,
    })
    const classmate = room.students[1]?.enrolment.id ?? ""
    expect(await loadOwnGrades({ assignmentId, enrolmentId: classmate, release: released() })).toEqual({
      override: null,
      discussion: null,
    })
  })

  it("stands apart from the quiz", async () => {
    const before = await loadResults(await teacher(), assignmentId)
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 3, 3])))
    const after = await loadResults(await teacher(), assignmentId)
    if (!before.ok || !after.ok) throw new Error("refused")
    expect(after.value.grid).toEqual(before.value.grid)
  })

  it("goes with its assignment", async () => {
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 3, 3])))
    await database().assignment.delete({ where: { id: assignmentId } })
    expect(await rows()).toEqual([])
  })
})

describe("the file", () => {
  it("has the numbers of the screen and the grade, runs nothing, and tells no pseudonym", async () => {
    savedId(await saveDiscussionGrade(await teacher(), await gradeOf([3, 2, 2])))
    const file = await exportResults(await teacher(), { assignmentId, table: "discussion" })
    if (!file.ok) throw new Error(file.refusal.code)
    const lines: Record<string, string>[] = parse(file.value.text, { bom: true, columns: true })
    const { profile } = await discussionOf(await teacher())
    expect(lines).toHaveLength(profile.students.length)
    const name = room.students[0]?.user.displayName
    expect(lines.find((line) => line.Student === name)).toMatchObject({
      Posts: "1",
      Claims: "1",
      "Posts not answered": "1",
      Points: "7",
      "Points possible": "9",
      Comment: `'${COMMENT}`,
    })
    expect(file.value.text).not.toContain("Blue Heron")
  })
})

function released(): Release {
  const decision = decideRelease(
    {
      policy: "on_submit",
      releasedAt: null,
      dueAt: new Date(),
      closesAt: new Date(),
      submittedAttempts: 1,
      hasOpenAttempt: false,
      attemptsLeft: 0,
    },
    new Date(),
  )
  if (!decision.released) throw new Error("not released")
  return decision.release
}
