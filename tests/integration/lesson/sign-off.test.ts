import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { USUAL_POLICY } from "@/lib/lesson/quiz-policy"
import { archiveLesson } from "@/lib/lesson/server/archive-lesson"
import { assignLesson } from "@/lib/lesson/server/assign-lesson"
import { loadSignOffs } from "@/lib/lesson/server/load-sign-offs"
import { savePrompts } from "@/lib/lesson/server/save-prompts"
import { signOffLesson, takeBackSignOff } from "@/lib/lesson/server/sign-off-lesson"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { useTestDatabase } from "@/tests/support/database"
import { makeClass, makeViewer } from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date("2026-11-27T10:00:00Z")
let owner: Viewer
let colleague: Viewer
let lesson: Awaited<ReturnType<typeof makeLesson>>
const base = (editNumber = 0) => ({ lessonVersionId: lesson.lessonVersionId, editNumber })
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.refusal ? `${decision.refusal.kind} ${decision.refusal.code}` : "allowed"
const sign = (viewer: Viewer, editNumber = 0, note: string | null = null, at = now) =>
  signOffLesson(viewer, { base: base(editNumber), note }, at)

beforeEach(async () => {
  owner = await makeViewer("teacher")
  colleague = await makeViewer("teacher")
  lesson = await makeLesson(owner.userId, { shared: true })
  await makeItem(lesson, owner.userId)
})

describe("signing a colleague's lesson off", () => {
  it("is seen by its owner and by others, with the note", async () => {
    expect(codeOf(await sign(colleague, 0, "Question 1 is hard."))).toBe("allowed")
    const said = {
      userId: colleague.userId,
      name: colleague.displayName,
      note: "Question 1 is hard.",
      at: now,
    }
    expect(await loadSignOffs(owner, lesson.lessonId)).toMatchObject({
      maySign: false,
      shown: [{ ...said, number: 1, editedSince: false }],
    })
    expect(await loadSignOffs(await makeViewer("teacher"), lesson.lessonId)).toMatchObject({
      maySign: true,
      shown: [{ ...said }],
    })
  })

  it("says when the lesson was edited since, in place and in a next version; signing again is fresh", async () => {
    await sign(colleague)
    await savePrompts(owner, { base: base(), prompts: ["New"] })
    const shown = async () => (await loadSignOffs(owner, lesson.lessonId)).shown
    expect(await shown()).toMatchObject([{ editedSince: true }])
    expect(codeOf(await sign(colleague, 0))).toBe("conflict lesson.editedMeanwhile")
    const later = new Date(now.getTime() + 1000)
    await sign(colleague, 1, "Better.", later)
    expect(await shown()).toMatchObject([{ editedSince: false, note: "Better.", at: later }])
    const room = await makeClass(owner.userId)
    const given = { classId: room.id, lessonVersionId: lesson.lessonVersionId, createdById: owner.userId }
    await makeAssignment(given)
    await savePrompts(owner, { base: base(1), prompts: ["Newer"] })
    expect(await shown()).toMatchObject([{ editedSince: true, number: 1 }])
    // What is no longer the newest cannot be signed.
    expect(codeOf(await sign(colleague, 1))).toBe("conflict lesson.editedMeanwhile")
  })

  it("is taken back by whoever signed, and by nobody else", async () => {
    const other = await makeViewer("teacher")
    await sign(colleague)
    await sign(other)
    expect(codeOf(await takeBackSignOff(other, { lessonId: lesson.lessonId }))).toBe("allowed")
    const { shown } = await loadSignOffs(owner, lesson.lessonId)
    expect(shown.map(({ userId }) => userId)).toEqual([colleague.userId])
  })

  it("holds nothing up: a lesson is given to a class without it", async () => {
    const room = await makeClass(owner.userId)
    const input = {
      clientKey: newId(),
      lessonVersionId: lesson.lessonVersionId,
      classIds: [room.id],
      opensAt: "2027-01-01T10:00",
      dueAt: "2027-01-08T10:00",
      closesAt: "2027-01-09T10:00",
      ...USUAL_POLICY,
      postNames: "pseudonyms" as const,
    }
    expect(codeOf(await assignLesson(owner, input, now))).toBe("allowed")
  })

  it("needs questions, and a lesson that was not put away", async () => {
    const empty = await makeLesson(owner.userId, { shared: true })
    const asked = { base: { lessonVersionId: empty.lessonVersionId, editNumber: 0 }, note: null }
    expect(codeOf(await signOffLesson(colleague, asked, now))).toBe("conflict lesson.nothingToSign")
    await archiveLesson(owner, { lessonId: lesson.lessonId, archived: true }, now)
    expect(codeOf(await sign(colleague))).toBe("conflict lesson.lessonArchived")
    expect((await loadSignOffs(colleague, lesson.lessonId)).maySign).toBe(false)
  })

  it("forbidden: to its owner, of a lesson that is not shared, to students and assistants", async () => {
    expect(codeOf(await sign(owner))).toBe("forbidden lesson.colleaguesSign")
    expect(codeOf(await takeBackSignOff(owner, { lessonId: lesson.lessonId }))).toBe(
      "forbidden lesson.colleaguesSign",
    )
    await sign(colleague)
    for (const role of ["student", "assistant"] as const) {
      const viewer = await makeViewer(role)
      expect(codeOf(await sign(viewer))).toBe("forbidden lesson.colleaguesSign")
      expect(codeOf(await takeBackSignOff(viewer, { lessonId: lesson.lessonId }))).toBe(
        "forbidden lesson.colleaguesSign",
      )
      expect(await loadSignOffs(viewer, lesson.lessonId)).toEqual({ shown: [], maySign: false })
    }
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: false } })
    const other = await makeViewer("teacher")
    expect(codeOf(await sign(other))).toBe("missing lesson.noLesson")
    expect(codeOf(await takeBackSignOff(other, { lessonId: lesson.lessonId }))).toBe(
      "missing lesson.noLesson",
    )
    expect(await loadSignOffs(other, lesson.lessonId)).toEqual({ shown: [], maySign: false })
    expect((await loadSignOffs(owner, lesson.lessonId)).shown).toHaveLength(1)
  })
})
