import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { localDay } from "@/lib/lesson/school-time"
import { archiveLesson } from "@/lib/lesson/server/archive-lesson"
import { arrangeItems } from "@/lib/lesson/server/arrange-items"
import { copyLesson } from "@/lib/lesson/server/copy-lesson"
import { createLesson } from "@/lib/lesson/server/create-lesson"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { saveBackground } from "@/lib/lesson/server/save-background"
import { saveGlossary } from "@/lib/lesson/server/save-glossary"
import { saveItem } from "@/lib/lesson/server/save-item"
import { saveLessonDetails } from "@/lib/lesson/server/save-lesson-details"
import { savePrompts } from "@/lib/lesson/server/save-prompts"
import { saveSidePackets } from "@/lib/lesson/server/save-side-packets"
import { saveStanceStatement } from "@/lib/lesson/server/save-stance-statement"
import { database } from "@/lib/platform/database"
import { newId, newRandomId } from "@/lib/platform/ids"
import { blankItem } from "@/lib/quiz/authored-item"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { useTestDatabase } from "@/tests/support/database"
import { makeClass, makeViewer } from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson, makeReading } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date()
let teacher: Viewer
let lesson: Awaited<ReturnType<typeof makeLesson>>
const base = (editNumber = 0) => ({ lessonVersionId: lesson.lessonVersionId, editNumber })
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.refusal ? `${decision.refusal.kind} ${decision.refusal.code}` : "allowed"

beforeEach(async () => {
  teacher = await makeViewer("teacher")
  lesson = await makeLesson(teacher.userId)
})

async function assign() {
  const room = await makeClass(teacher.userId)
  return makeAssignment({
    classId: room.id,
    lessonVersionId: lesson.lessonVersionId,
    createdById: teacher.userId,
  })
}

describe("making a lesson", () => {
  const input = (readingId: string, requestId = newId()) => ({
    requestId,
    readingId,
    title: "Fake neutrality?",
    stanceStatement: "Neutral in practice",
    prompts: ["Express your opinion"],
  })

  it("stands on the newest revision, and is made once however often it is asked for", async () => {
    const { readingId, revisionId } = await makeReading(teacher.userId)
    const asked = input(readingId)
    const both = await Promise.all([createLesson(teacher, asked), createLesson(teacher, asked)])
    expect(both).toEqual([0, 1].map(() => ({ ok: true, value: { lessonId: asked.requestId } })))
    const made = await loadLesson(teacher, asked.requestId, now)
    expect(made).toMatchObject({
      revisionId,
      number: 1,
      prompts: [{ text: "Express your opinion", hasSides: true }],
      mayEdit: true,
    })
    expect(await database().lessonVersion.count({ where: { lessonId: asked.requestId } })).toBe(1)
  })

  it("forbidden: a student, and a reading that is somebody else's", async () => {
    const { readingId } = await makeReading(teacher.userId)
    expect(codeOf(await createLesson(await makeViewer("student"), input(readingId)))).toBe(
      "forbidden lesson.teachersOnly",
    )
    expect(codeOf(await createLesson(await makeViewer("teacher"), input(readingId)))).toBe(
      "missing lesson.noReading",
    )
    expect(codeOf(await createLesson(teacher, input(readingId, lesson.lessonId)))).toBe("allowed")
    const foreign = await makeLesson((await makeViewer("teacher")).userId)
    expect(codeOf(await createLesson(teacher, input(readingId, foreign.lessonId)))).toBe(
      "conflict lesson.changedMeanwhile",
    )
  })
})

describe("changing a lesson", () => {
  it("changes the version in place while no class has it, and counts", async () => {
    const saved = await savePrompts(teacher, {
      base: base(),
      prompts: ["One", { text: "Two", hasSides: false }],
    })
    expect(saved).toMatchObject({ ok: true, value: { ...base(1), number: 1 } })
    await saveStanceStatement(teacher, { base: base(1), stanceStatement: null })
    await saveLessonDetails(teacher, { base: base(2), title: "Renamed", shared: true })
    const term = { term: "abstention", forms: ["abstained"], partOfSpeech: null, definition: "Not voting." }
    await saveGlossary(teacher, { base: base(3), terms: [term] })
    expect(await loadLesson(teacher, lesson.lessonId, now)).toMatchObject({
      base: base(4),
      title: "Renamed",
      shared: true,
      stanceStatement: null,
      prompts: [
        { text: "One", hasSides: true },
        { text: "Two", hasSides: false },
      ],
      glossary: [term],
    })
  })

  it("keeps both sides' packets, into the next version and into a copy", async () => {
    const packets = { packetFor: "It abstained.\n\nIt sent nothing.", packetAgainst: null }
    await saveSidePackets(teacher, { base: base(), ...packets })
    expect((await loadLesson(teacher, lesson.lessonId, now))?.packets).toEqual(packets)
    await makeItem(lesson, teacher.userId)
    await assign()
    await savePrompts(teacher, { base: base(1), prompts: ["New"] })
    expect(await loadLesson(teacher, lesson.lessonId, now)).toMatchObject({ number: 2, packets })
    const asked = { requestId: newId(), lessonId: lesson.lessonId }
    await copyLesson(teacher, asked, now)
    expect((await loadLesson(teacher, asked.requestId, now))?.packets).toEqual(packets)
  })

  it("dates background by its words, keeps the day through a new version and a copy", async () => {
    const [first] = await database().revisionSentence.findMany({
      where: { revisionId: lesson.revisionId },
      take: 1,
    })
    const beside = { sentenceId: first?.sentenceId ?? null, body: "The vote was on 2 March." }
    const earlier = new Date("2026-03-08T22:30:00Z")
    await saveBackground(teacher, { base: base(), notes: [beside] }, earlier)
    const whole = { sentenceId: null, body: "The author was a minister once." }
    await assign()
    const moved = { ...beside, sentenceId: null }
    const saved = await saveBackground(
      teacher,
      { base: base(1), notes: [whole, moved] },
      new Date("2026-11-25T12:00:00Z"),
    )
    expect(saved).toMatchObject({ ok: true, value: { number: 2 } })
    const expected = [
      { ...whole, writtenOn: "2026-11-25" },
      { ...moved, writtenOn: localDay(earlier, teacher.school.timeZone) },
    ]
    expect((await loadLesson(teacher, lesson.lessonId, now))?.background).toEqual(expected)
    const copy = { requestId: newId(), lessonId: lesson.lessonId }
    await copyLesson(teacher, copy, now)
    expect((await loadLesson(teacher, copy.requestId, now))?.background).toEqual(expected)
    const given = await database().backgroundNote.findMany({
      where: { lessonVersionId: lesson.lessonVersionId },
    })
    expect(given.map(({ body, sentenceId }) => ({ body, sentenceId }))).toEqual([beside])
  })

  it("refuses background beside a sentence of another text, and keeps what stood", async () => {
    const notes = [{ sentenceId: null, body: "It stood." }]
    await saveBackground(teacher, { base: base(), notes }, now)
    const elsewhere = await makeReading(teacher.userId)
    const foreign = await database().revisionSentence.findFirst({
      where: { revisionId: elsewhere.revisionId },
    })
    const input = {
      base: base(1),
      notes: [{ sentenceId: foreign?.sentenceId ?? newId(), body: "It does not." }],
    }
    expect(codeOf(await saveBackground(teacher, input, now))).toBe("invalid lesson.noSentenceInText")
    expect((await loadLesson(teacher, lesson.lessonId, now))?.background).toMatchObject(notes)
  })

  it("never changes a version that a class has: the change goes into the next one", async () => {
    const { itemId } = await makeItem(lesson, teacher.userId)
    const assignment = await assign()
    const saved = await savePrompts(teacher, { base: base(), prompts: ["New"] })
    expect(saved).toMatchObject({ ok: true, value: { number: 2 } })
    const old = await database().lessonVersion.findUniqueOrThrow({
      where: { id: assignment.lessonVersionId },
      include: { prompts: true, items: true },
    })
    expect(old).toMatchObject({
      number: 1,
      editNumber: 0,
      prompts: [{ text: expect.stringContaining("neutral") }],
    })
    const next = await loadLesson(teacher, lesson.lessonId, now)
    expect(next).toMatchObject({
      number: 2,
      prompts: [{ text: "New" }],
      sealed: false,
      runningAssignments: 1,
    })
    const items = await loadAuthoredItems(teacher, next?.base.lessonVersionId ?? "")
    expect(items?.map(({ item }) => item.itemId)).toEqual([itemId])
  })

  it("loses nothing to two editors: the second is told", async () => {
    const both = await Promise.all([
      savePrompts(teacher, { base: base(), prompts: ["From one window"] }),
      savePrompts(teacher, { base: base(), prompts: ["From the other"] }),
    ])
    expect(both.map(codeOf).sort()).toEqual(["allowed", "conflict lesson.changedMeanwhile"])
    expect((await loadLesson(teacher, lesson.lessonId, now))?.base.editNumber).toBe(1)
  })

  it("loses nothing to two editors of a version that a class has", async () => {
    await assign()
    const both = await Promise.all([
      savePrompts(teacher, { base: base(), prompts: ["From one window"] }),
      savePrompts(teacher, { base: base(), prompts: ["From the other"] }),
    ])
    expect(both.map(codeOf).sort()).toEqual(["allowed", "conflict lesson.changedMeanwhile"])
    expect(await database().lessonVersion.count({ where: { lessonId: lesson.lessonId } })).toBe(2)
    expect(codeOf(await savePrompts(teacher, { base: base(), prompts: [] }))).toBe(
      "conflict lesson.changedMeanwhile",
    )
  })

  it("writes items, puts them in order and withdraws them", async () => {
    const [one, two, three] = [
      await makeItem(lesson, teacher.userId),
      await makeItem(lesson, teacher.userId),
      await makeItem(lesson, teacher.userId),
    ]
    const item = { ...blankItem("short", newRandomId), prompt: "Who asks?" }
    const saved = await saveItem(teacher, { base: base(), item })
    const itemId = saved.ok ? saved.value.itemId : ""
    await arrangeItems(teacher, { base: base(1), itemIds: [itemId, three.itemId, one.itemId] })
    const items = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(items?.map((placed) => placed.item.itemId)).toEqual([itemId, three.itemId, one.itemId])
    expect(await database().item.count({ where: { id: two.itemId } })).toBe(1)
  })

  it("stores nothing of an item that is refused", async () => {
    const item = { ...blankItem("single", newRandomId), prompt: "Why?", content: { options: "none" } }
    expect(codeOf(await saveItem(teacher, { base: base(), item }))).toBe("invalid quiz.mend_shape")
    expect((await loadLesson(teacher, lesson.lessonId, now))?.base.editNumber).toBe(0)
  })

  it("forbidden: every change by another teacher, of a shared lesson and of one that is not", async () => {
    const { itemId } = await makeItem(lesson, teacher.userId)
    const other = await makeViewer("teacher")
    const item = { ...blankItem("short", newRandomId), prompt: "Who asks?" }
    const changes = () => [
      savePrompts(other, { base: base(), prompts: [] }),
      saveStanceStatement(other, { base: base(), stanceStatement: null }),
      saveLessonDetails(other, { base: base(), title: "Mine", shared: false }),
      saveGlossary(other, { base: base(), terms: [] }),
      saveSidePackets(other, { base: base(), packetFor: "Mine", packetAgainst: null }),
      saveBackground(other, { base: base(), notes: [] }, now),
      arrangeItems(other, { base: base(), itemIds: [itemId] }),
      saveItem(other, { base: base(), item }),
      archiveLesson(other, { lessonId: lesson.lessonId, archived: true }, now),
    ]
    const unseen = await Promise.all(changes())
    expect(unseen.map(codeOf)).toEqual(Array(9).fill("missing lesson.noLesson"))
    expect(await loadLesson(other, lesson.lessonId, now)).toBeNull()
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    const shared = await Promise.all(changes())
    expect(shared.map(codeOf)).toEqual(Array(9).fill("forbidden lesson.notYours"))
    expect(await loadLesson(other, lesson.lessonId, now)).toMatchObject({ mayEdit: false })
  })

  it("forbidden: students and assistants do not even see a shared lesson", async () => {
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    for (const role of ["student", "assistant"] as const) {
      const viewer = await makeViewer(role)
      expect(await loadLesson(viewer, lesson.lessonId, now)).toBeNull()
      const copy = { requestId: newId(), lessonId: lesson.lessonId }
      expect(codeOf(await copyLesson(viewer, copy, now))).toBe("missing lesson.noLesson")
    }
  })

  it("a lesson that was put away is not changed until it is brought back", async () => {
    await archiveLesson(teacher, { lessonId: lesson.lessonId, archived: true }, now)
    expect(codeOf(await savePrompts(teacher, { base: base(), prompts: [] }))).toBe(
      "conflict lesson.lessonArchived",
    )
    await archiveLesson(teacher, { lessonId: lesson.lessonId, archived: false }, now)
    expect(codeOf(await savePrompts(teacher, { base: base(), prompts: [] }))).toBe("allowed")
  })
})

describe("copying a lesson", () => {
  it("gives the copy its own items and keys, once however often it is asked for", async () => {
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    const { itemId } = await makeItem(lesson, teacher.userId)
    const other = await makeViewer("teacher")
    const asked = { requestId: newId(), lessonId: lesson.lessonId }
    expect(await copyLesson(other, asked, now)).toEqual({ ok: true, value: { lessonId: asked.requestId } })
    await copyLesson(other, asked, now)
    const copy = await loadLesson(other, asked.requestId, now)
    expect(copy).toMatchObject({
      mayEdit: true,
      number: 1,
      prompts: [{ text: expect.any(String), hasSides: true }],
    })
    const items = (await loadAuthoredItems(other, copy?.base.lessonVersionId ?? "")) ?? []
    expect(items).toHaveLength(1)
    expect(items[0]?.item.itemId).not.toBe(itemId)
    expect(items[0]?.item.key).toMatchObject({ answer: expect.any(String) })
  })

  it("forbidden: over a lesson that is somebody else's", async () => {
    const foreign = await makeLesson((await makeViewer("teacher")).userId)
    const asked = { requestId: foreign.lessonId, lessonId: lesson.lessonId }
    expect(codeOf(await copyLesson(teacher, asked, now))).toBe("conflict lesson.changedMeanwhile")
    expect(await loadLesson(teacher, foreign.lessonId, now)).toBeNull()
  })
})
