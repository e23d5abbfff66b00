import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { bringBackItem } from "@/lib/lesson/server/bring-back-item"
import { changeItems } from "@/lib/lesson/server/change-items"
import { layOutItems } from "@/lib/lesson/server/lay-out-items"
import { loadItemHistory } from "@/lib/lesson/server/load-item-history"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { takeItem } from "@/lib/lesson/server/take-item"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { useTestDatabase } from "@/tests/support/database"
import { makeClass, makeViewer } from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date()
let teacher: Viewer
let lesson: Awaited<ReturnType<typeof makeLesson>>
let itemId: string
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.refusal ? `${decision.refusal.kind} ${decision.refusal.code}` : "allowed"
const baseNow = async () => {
  const found = await loadLesson(teacher, lesson.lessonId, now)
  return found?.base ?? { lessonVersionId: newId(), editNumber: 0 }
}
const setPoints = async (points: number) =>
  changeItems(teacher, { base: await baseNow(), itemIds: [itemId], change: { kind: "points", points } })
const history = (viewer = teacher) => loadItemHistory(viewer, { lessonId: lesson.lessonId, itemId })
const bringBack = async (number: number, viewer = teacher) => {
  const version = (await history())?.versions.find((one) => one.number === number)
  return bringBackItem(viewer, {
    base: await baseNow(),
    itemId,
    itemVersionId: version?.itemVersionId ?? newId(),
  })
}

beforeEach(async () => {
  teacher = await makeViewer("teacher")
  lesson = await makeLesson(teacher.userId)
  itemId = (await makeItem(lesson, teacher.userId)).itemId
})

describe("the versions of an item", () => {
  it("stand newest first, each with its key and where it is", async () => {
    const room = await makeClass(teacher.userId, { name: "River class" })
    const given = { classId: room.id, lessonVersionId: lesson.lessonVersionId, createdById: teacher.userId }
    await makeAssignment(given)
    await setPoints(2)
    await setPoints(3)
    const found = await history()
    expect(found?.versions).toMatchObject([
      { number: 3, lessonVersions: [2], classNames: [], stands: true, keyRevision: 1, item: { points: 3 } },
      {
        number: 2,
        lessonVersions: [],
        stands: false,
        item: { points: 2, key: { answer: expect.any(String) } },
      },
      { number: 1, lessonVersions: [1], classNames: ["River class"], stands: false, item: { points: 1 } },
    ])
  })

  it("show the newest revision of each key", async () => {
    const { itemVersionId, keyRevision, key } = await database().itemKey.findFirstOrThrow({
      where: { itemVersion: { itemId } },
    })
    const mended = { id: newId(), itemVersionId, keyRevision: keyRevision + 1, createdById: teacher.userId }
    await database().itemKey.create({ data: { ...mended, key: key ?? {}, explanation: "Mended." } })
    expect((await history())?.versions).toMatchObject([{ keyRevision: 2, item: { explanation: "Mended." } }])
  })

  it("name a class only to who teaches it", async () => {
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    const room = await makeClass(teacher.userId)
    const given = { classId: room.id, lessonVersionId: lesson.lessonVersionId, createdById: teacher.userId }
    await makeAssignment(given)
    expect((await history(await makeViewer("teacher")))?.versions[0]?.classNames).toEqual([null])
  })

  it("say where it was taken from", async () => {
    const source = await makeLesson(teacher.userId, { title: "The source" })
    const taken = await makeItem(source, teacher.userId)
    const made = await takeItem(teacher, { base: await baseNow(), itemId: taken.itemId })
    itemId = made.ok ? made.value.itemId : ""
    expect((await history())?.takenFrom).toMatchObject({ title: "The source", itemId: taken.itemId })
  })

  it("forbidden: to another teacher of a lesson that is not shared, to students, and through another lesson", async () => {
    expect(await history(await makeViewer("teacher"))).toBeNull()
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    expect(await history(await makeViewer("student"))).toBeNull()
    expect(await history(await makeViewer("assistant"))).toBeNull()
    const own = await makeLesson(teacher.userId)
    expect(await loadItemHistory(teacher, { lessonId: own.lessonId, itemId })).toBeNull()
    expect(await loadItemHistory(teacher, { lessonId: "x", itemId })).toBeNull()
  })
})

describe("bringing a version back", () => {
  it("makes it the newest, in its place, with its key", async () => {
    await makeItem(lesson, teacher.userId)
    await setPoints(2)
    expect(codeOf(await bringBack(1))).toBe("allowed")
    expect((await history())?.versions.map(({ number, stands }) => [number, stands])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    const items = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(items?.[0]?.item).toMatchObject({ itemId, points: 1, key: { answer: expect.any(String) } })
    expect(items).toHaveLength(2)
  })

  it("does nothing for the one that stands, nor for a question that was withdrawn", async () => {
    await setPoints(2)
    expect(codeOf(await bringBack(2))).toBe("conflict lesson.standsAlready")
    await layOutItems(teacher, { base: await baseNow(), act: { kind: "withdraw", itemIds: [itemId] } })
    expect(codeOf(await bringBack(1))).toBe("conflict quiz.itemGone")
  })

  it("forbidden: to another teacher, to students, and of another lesson's item", async () => {
    await setPoints(2)
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    for (const role of ["teacher", "assistant", "student"] as const)
      expect(codeOf(await bringBack(1, await makeViewer(role)))).toBe("forbidden lesson.notYours")
    const foreign = await makeItem(await makeLesson(teacher.userId), teacher.userId)
    const input = { base: await baseNow(), itemId: foreign.itemId, itemVersionId: foreign.itemVersionId }
    expect(codeOf(await bringBackItem(teacher, input))).toBe("missing lesson.noSuchItem")
  })
})
