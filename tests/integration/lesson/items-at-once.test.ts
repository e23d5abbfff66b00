import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import type { ChangeItemsInput, LayoutAct } from "@/lib/lesson/items-input"
import { USUAL_POLICY } from "@/lib/lesson/quiz-policy"
import { arrangeItems } from "@/lib/lesson/server/arrange-items"
import { assignLesson } from "@/lib/lesson/server/assign-lesson"
import { changeItems } from "@/lib/lesson/server/change-items"
import { copyLesson } from "@/lib/lesson/server/copy-lesson"
import { copyLessonToReading } from "@/lib/lesson/server/copy-lesson-to-reading"
import { importItems } from "@/lib/lesson/server/import-items"
import { layOutItems } from "@/lib/lesson/server/lay-out-items"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { saveItem } from "@/lib/lesson/server/save-item"
import { savePrompts } from "@/lib/lesson/server/save-prompts"
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
let ids: string[]
const base = (editNumber = 0) => ({ lessonVersionId: lesson.lessonVersionId, editNumber })
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.refusal ? `${decision.refusal.kind} ${decision.refusal.code}` : "allowed"

beforeEach(async () => {
  teacher = await makeViewer("teacher")
  lesson = await makeLesson(teacher.userId)
  ids = []
  for (let at = 0; at < 4; at++) ids.push((await makeItem(lesson, teacher.userId)).itemId)
})

const names = "abcdefgh"
const item = (name: string) => ids[names.indexOf(name)] ?? ""

/** "a b:Pool": the items by letter, and their pools. */
async function standing(viewer = teacher, versionId = lesson.lessonVersionId): Promise<string> {
  const items = (await loadAuthoredItems(viewer, versionId)) ?? []
  return items
    .map(
      ({ item: { itemId }, pool }) =>
        `${names[ids.indexOf(itemId ?? "")]}${pool ? `:${pool.name}${pool.draw}` : ""}`,
    )
    .join(" ")
}

const layOut = (act: LayoutAct, editNumber = 0, viewer = teacher) =>
  layOutItems(viewer, { base: base(editNumber), act })
const change = (what: ChangeItemsInput["change"], chosen: string[], editNumber = 0, viewer = teacher) =>
  changeItems(viewer, { base: base(editNumber), itemIds: chosen.map(item), change: what })
const pool = (name: string, draw: number, ...chosen: string[]): LayoutAct => {
  return { kind: "makePool", itemIds: chosen.map(item), name, draw }
}

describe("changing several items", () => {
  it("makes one new version of each that changes, with its key, and leaves the others", async () => {
    const before = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(await change({ kind: "points", points: 3 }, ["a", "c"])).toMatchObject({
      ok: true,
      value: { changed: 2, unfit: [], editNumber: 1 },
    })
    const after = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(after?.map(({ item: { points } }) => points)).toEqual([3, 1, 3, 1])
    expect(after?.map(({ item: { key } }) => key)).toEqual(before?.map(({ item: { key } }) => key))
    const versions = await database().itemVersion.groupBy({ by: ["itemId"], _count: true })
    const countOf = (name: string) => versions.find(({ itemId }) => itemId === item(name))?._count
    expect(["a", "b", "c", "d"].map(countOf)).toEqual([2, 1, 2, 1])
    // The second time they are so already: nothing is written.
    expect(codeOf(await change({ kind: "points", points: 3 }, ["a", "c"], 1))).toBe(
      "conflict lesson.sameAlready",
    )
    expect((await loadLesson(teacher, lesson.lessonId, now))?.base.editNumber).toBe(1)
  })

  it("names those that cannot be changed so, and refuses where none can", async () => {
    const poll = { ...blankItem("poll", newRandomId), prompt: "What do you think?" }
    const options = ["Yes", "No"].map((text) => ({ id: newRandomId(), text }))
    const saved = await saveItem(teacher, { base: base(), item: { ...poll, content: { options } } })
    ids.push(saved.ok ? saved.value.itemId : "")
    const level = { kind: "level", level: "evidence_holds" } as const
    expect(await change(level, ["a", "e"], 1)).toMatchObject({
      value: { changed: 1, unfit: [{ position: 5, why: "levelOfType" }] },
    })
    expect(codeOf(await change(level, ["e"], 2))).toBe("invalid lesson.levelOfType")
    expect(codeOf(await change({ kind: "points", points: 2 }, ["e"], 2))).toBe(
      "invalid lesson.viewsHaveNoPoints",
    )
    const many = Array.from({ length: 8 }, (_, at) => `RI.${at}`)
    await change({ kind: "skills", how: "set", skills: many }, ["a"], 2)
    const more = { kind: "skills" as const, how: "add" as const, skills: ["RL.1"] }
    expect(codeOf(await change(more, ["a"], 3))).toBe("invalid lesson.tooManySkills")
  })

  it("a view keeps no key; its earlier version does", async () => {
    await change({ kind: "level", level: "my_view" }, ["a"])
    const [first] = (await loadAuthoredItems(teacher, lesson.lessonVersionId)) ?? []
    expect(first?.item).toMatchObject({ level: "my_view", key: null })
    const keys = await database().itemKey.count({ where: { itemVersion: { itemId: item("a") } } })
    expect(keys).toBe(1)
  })

  it("leaves alone what a class has", async () => {
    const room = await makeClass(teacher.userId)
    const given = { classId: room.id, lessonVersionId: lesson.lessonVersionId, createdById: teacher.userId }
    await makeAssignment(given)
    const saved = await change({ kind: "points", points: 5 }, ["a", "b", "c", "d"])
    expect(saved).toMatchObject({ value: { number: 2, changed: 4 } })
    const old = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(old?.map(({ item: { points } }) => points)).toEqual([1, 1, 1, 1])
  })
})

describe("laying items out", () => {
  it("moves several, withdraws several, and brings them back in one step", async () => {
    await layOut({ kind: "move", itemIds: [item("d"), item("b")], to: "top" })
    expect(await standing()).toBe("b d a c")
    await layOut(pool("P", 2, "a", "c"), 1)
    const gone = await layOut({ kind: "withdraw", itemIds: ["b", "a", "c"].map(item) }, 2)
    expect(await standing()).toBe("d")
    const before = gone.ok ? gone.value.before : { places: [], pools: [] }
    await change({ kind: "points", points: 4 }, ["d"], 3)
    await layOut({ kind: "restore", ...before }, 4)
    expect(await standing()).toBe("b d a:P2 c:P2")
    const items = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(items?.map(({ item: { points } }) => points)).toEqual([1, 4, 1, 1])
  })

  it("brings nothing of another lesson in", async () => {
    const elsewhere = await makeLesson(teacher.userId)
    const foreign = await makeItem(elsewhere, teacher.userId)
    const act = { kind: "restore", places: [{ itemId: foreign.itemId, pool: null }], pools: [] } as const
    expect(codeOf(await layOut({ ...act, places: [...act.places], pools: [] }))).toBe(
      "missing lesson.itemsElsewhere",
    )
    expect(await standing()).toBe("a b c d")
  })

  it("holds no more items than a lesson may have, whichever way they come in", async () => {
    const poll = (prompt: string) => {
      const options = ["Yes", "No"].map((text) => ({ id: newRandomId(), text }))
      return { ...blankItem("poll", newRandomId), prompt, content: { options } }
    }
    const items = Array.from({ length: 196 }, (_, at) => poll(`${at}`))
    expect(codeOf(await importItems(teacher, { base: base(), items }))).toBe("allowed")
    const gone = await layOut({ kind: "withdraw", itemIds: [item("a")] }, 1)
    const before = gone.ok ? gone.value.before : { places: [], pools: [] }
    expect(codeOf(await saveItem(teacher, { base: base(2), item: poll("last") }))).toBe("allowed")
    expect(codeOf(await saveItem(teacher, { base: base(3), item: poll("too many") }))).toBe(
      "conflict quiz.tooManyItems",
    )
    expect(codeOf(await layOut({ kind: "restore", ...before }, 3))).toBe("conflict quiz.tooManyItems")
    const { lessonVersionId } = lesson
    expect(await database().lessonVersionItem.count({ where: { lessonVersionId } })).toBe(200)
  })

  it("makes, fills, changes and dissolves pools, and keeps them through other edits", async () => {
    await layOut(pool("Sources", 1, "b", "d"))
    expect(await standing()).toBe("a b:Sources1 d:Sources1 c")
    expect(codeOf(await layOut(pool("Sources", 1, "a"), 1))).toBe("conflict lesson.poolNameTaken")
    await layOut({ kind: "pour", itemIds: [item("c")], pool: "Sources" }, 1)
    await layOut({ kind: "changePool", pool: "Sources", name: "Texts", draw: 2 }, 2)
    expect(await standing()).toBe("a b:Texts2 d:Texts2 c:Texts2")
    await change({ kind: "points", points: 2 }, ["b"], 3)
    await arrangeItems(teacher, { base: base(4), itemIds: [item("b"), item("a"), item("c"), item("d")] })
    expect(await standing()).toBe("b:Texts2 c:Texts2 d:Texts2 a")
    await layOut({ kind: "pour", itemIds: [item("b")], pool: null }, 5)
    await layOut({ kind: "dissolvePool", pool: "Texts" }, 6)
    expect(await standing()).toBe("b c d a")
    expect(await database().itemPool.count({ where: { lessonVersionId: lesson.lessonVersionId } })).toBe(0)
    for (const act of [
      { kind: "pour", itemIds: [item("a")], pool: "Texts" },
      { kind: "changePool", pool: "Texts", name: "T", draw: 1 },
      { kind: "dissolvePool", pool: "Texts" },
    ] satisfies LayoutAct[])
      expect(codeOf(await layOut(act, 7))).toBe("conflict lesson.noPool")
  })

  it("takes pools along: into the next version, a copy, and a copy on another text", async () => {
    await layOut(pool("Sources", 1, "b", "d"))
    const room = await makeClass(teacher.userId)
    const given = { classId: room.id, lessonVersionId: lesson.lessonVersionId, createdById: teacher.userId }
    await makeAssignment(given)
    const next = await savePrompts(teacher, { base: base(1), prompts: ["New"] })
    const nextId = next.ok ? next.value.lessonVersionId : ""
    expect(nextId).not.toBe(lesson.lessonVersionId)
    expect(await standing(teacher, nextId)).toBe("a b:Sources1 d:Sources1 c")
    expect(await standing()).toBe("a b:Sources1 d:Sources1 c")

    const copy = { requestId: newId(), lessonId: lesson.lessonId }
    await copyLesson(teacher, copy, now)
    const { readingId } = await makeReading(teacher.userId)
    const moved = { requestId: newId(), lesson: lesson.lessonId, readingId }
    expect(codeOf(await copyLessonToReading(teacher, moved))).toBe("allowed")
    for (const lessonId of [copy.requestId, moved.requestId]) {
      const made = await loadLesson(teacher, lessonId, now)
      const items = await loadAuthoredItems(teacher, made?.base.lessonVersionId ?? "")
      const pools = items?.map((placed) => placed.pool?.name ?? null)
      expect(pools).toEqual([null, "Sources", "Sources", null])
    }
  })

  it("is not copied over what somebody else has made under the same id", async () => {
    const other = await makeViewer("teacher")
    const theirs = await makeLesson(other.userId)
    const { readingId } = await makeReading(teacher.userId)
    const moved = { requestId: theirs.lessonId, lesson: lesson.lessonId, readingId }
    expect(codeOf(await copyLessonToReading(teacher, moved))).toBe("conflict lesson.changedMeanwhile")
  })

  it("cannot be given to a class while a pool's items are worth different points", async () => {
    await layOut(pool("Sources", 1, "b", "d"))
    await change({ kind: "points", points: 2 }, ["b"], 1)
    const room = await makeClass(teacher.userId)
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
    expect(codeOf(await assignLesson(teacher, input, now))).toBe("invalid lesson.notReady")
    await change({ kind: "points", points: 2 }, ["d"], 2)
    expect(codeOf(await assignLesson(teacher, input, now))).toBe("allowed")
  })

  it("loses nothing to two editors: the second is told", async () => {
    const both = await Promise.all([
      layOut({ kind: "withdraw", itemIds: [item("a")] }),
      change({ kind: "points", points: 9 }, ["a"]),
    ])
    expect(both.map(codeOf).sort()).toEqual(["allowed", "conflict lesson.changedMeanwhile"])
  })
})

describe("forbidden", () => {
  it("to another teacher, of a shared lesson and of one that is not; and to students", async () => {
    const other = await makeViewer("teacher")
    const acts = (viewer: Viewer) => [
      change({ kind: "points", points: 9 }, ["a"], 0, viewer),
      layOut({ kind: "withdraw", itemIds: [item("a")] }, 0, viewer),
      layOut(pool("Mine", 1, "a"), 0, viewer),
    ]
    const unseen = await Promise.all(acts(other))
    expect(unseen.map(codeOf)).toEqual(Array(3).fill("missing lesson.noLesson"))
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    for (const viewer of [other, await makeViewer("student"), await makeViewer("assistant")]) {
      const refused = await Promise.all(acts(viewer))
      expect(refused.map(codeOf)).toEqual(Array(3).fill("forbidden lesson.notYours"))
    }
    expect(await standing()).toBe("a b c d")
  })
})
