import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { readBankQuery } from "@/lib/lesson/bank-query"
import { archiveLesson } from "@/lib/lesson/server/archive-lesson"
import { BANK_PAGE, loadBank } from "@/lib/lesson/server/load-bank"
import { loadBankChoices } from "@/lib/lesson/server/load-bank-choices"
import { saveItem } from "@/lib/lesson/server/save-item"
import { takeItem } from "@/lib/lesson/server/take-item"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { blankItem } from "@/lib/quiz/authored-item"
import { sameness } from "@/lib/quiz/sameness"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { useTestDatabase } from "@/tests/support/database"
import { makeViewer } from "@/tests/support/factories"
import { makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date()
let teacher: Viewer
let colleague: Viewer
let own: Awaited<ReturnType<typeof makeLesson>>
let shared: Awaited<ReturnType<typeof makeLesson>>
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.refusal ? `${decision.refusal.kind} ${decision.refusal.code}` : "allowed"

beforeEach(async () => {
  await database().lesson.updateMany({ data: { shared: false } })
  teacher = await makeViewer("teacher")
  colleague = await makeViewer("teacher")
  own = await makeLesson(teacher.userId, { title: "My lesson" })
  shared = await makeLesson(colleague.userId, { title: "Shared lesson", shared: true })
})

const look = async (params: Record<string, string> = {}, viewer = teacher) => {
  const { items } = await loadBank(viewer, readBankQuery(params))
  return items.map(({ itemId }) => itemId)
}
const baseOf = ({ lessonVersionId }: { lessonVersionId: string }, editNumber = 0) => ({
  lessonVersionId,
  editNumber,
})

/** A single choice with its proof in the lesson's text. */
async function writeProven(viewer: Viewer, lesson: typeof own, quote: string, editNumber = 0) {
  const [right, wrong] = [newRandomId(), newRandomId()]
  const sentence = lesson.sentences.find(({ text }) => text.includes(quote))
  const evidence = { quotes: [quote], sentenceIds: sentence ? [sentence.id] : [] }
  const item = {
    ...blankItem("single", newRandomId),
    prompt: `What about ${quote}?`,
    skills: ["RI.1", "side:for"],
    content: {
      options: [
        { id: right, text: "It is so" },
        { id: wrong, text: "It is not so" },
      ],
    },
    key: { answer: right, evidence },
    explanation: "Because it says so.",
  }
  const saved = await saveItem(viewer, { base: baseOf(lesson, editNumber), item })
  if (!saved.ok) throw new Error(saved.refusal.code)
  return saved.value.itemId
}

describe("the bank", () => {
  it("has the questions of one's own lessons and of shared ones, with their keys, newest first", async () => {
    const mine = await makeItem(own, teacher.userId)
    const theirs = await writeProven(colleague, shared, "It leaves the field")
    const hidden = await makeLesson(colleague.userId)
    await makeItem(hidden, colleague.userId)
    const put = await makeLesson(colleague.userId, { shared: true })
    await makeItem(put, colleague.userId)
    await archiveLesson(colleague, { lessonId: put.lessonId, archived: true }, now)
    const { items, next } = await loadBank(teacher, readBankQuery({}))
    expect(items.map(({ itemId }) => itemId)).toEqual([theirs, mine.itemId])
    expect(next).toBeNull()
    expect(items[0]).toMatchObject({
      isOwn: false,
      lessonTitle: "Shared lesson",
      item: {
        key: { answer: expect.any(String) },
        explanation: "Because it says so.",
        skills: ["RI.1", "side:for"],
      },
    })
  })

  it("has each question once, as the newest version of its lesson has it", async () => {
    const itemId = await writeProven(teacher, own, "It leaves the field")
    const [first] = (await loadAuthoredItems(teacher, own.lessonVersionId)) ?? []
    if (!first) throw new Error("nothing written")
    await saveItem(teacher, { base: baseOf(own, 1), item: { ...first.item, prompt: "Changed?" } })
    const { items } = await loadBank(teacher, readBankQuery({}))
    expect(items.map(({ item }) => [item.itemId, item.prompt])).toEqual([[itemId, "Changed?"]])
  })

  it("is narrowed by words, kind, level, skill and lesson", async () => {
    const proven = await writeProven(colleague, shared, "It leaves the field")
    const plain = await makeItem(own, teacher.userId)
    const poll = { ...blankItem("poll", newRandomId), prompt: "100% sure?" }
    const options = ["Yes_no", "No"].map((text) => ({ id: newRandomId(), text }))
    const saved = await saveItem(teacher, { base: baseOf(own), item: { ...poll, content: { options } } })
    const polled = saved.ok ? saved.value.itemId : ""
    expect(await look({ q: "LEAVES the" })).toEqual([proven])
    expect(await look({ q: "ends the war" })).toEqual([plain.itemId])
    // Letters, not patterns.
    expect(await look({ q: "%" })).toEqual([polled])
    expect(await look({ q: "s_n" })).toEqual([polled])
    expect(await look({ type: "poll" })).toEqual([polled])
    expect(await look({ level: "my_view" })).toEqual([polled])
    expect(await look({ skill: "ri.1" })).toEqual([proven])
    expect(await look({ lesson: own.lessonId })).toEqual([polled, plain.itemId])
    expect(await look({ lesson: own.lessonId, q: "field" })).toEqual([])
  })

  it("goes on where the page before ended, and shows none twice", async () => {
    for (let at = 0; at < BANK_PAGE + 2; at++) await makeItem(own, teacher.userId)
    const first = await loadBank(teacher, readBankQuery({}))
    expect(first.items).toHaveLength(BANK_PAGE)
    const second = await loadBank(teacher, readBankQuery({ after: first.next ?? "" }))
    expect(second.items).toHaveLength(2)
    expect(second.next).toBeNull()
    const all = [...first.items, ...second.items].map(({ itemId }) => itemId)
    expect(new Set(all).size).toBe(BANK_PAGE + 2)
  })

  it("forbidden: to students and assistants, who find nothing", async () => {
    await makeItem(shared, colleague.userId)
    for (const role of ["student", "assistant"] as const) {
      const viewer = await makeViewer(role)
      expect(await look({}, viewer)).toEqual([])
      expect(await loadBankChoices(viewer, shared.lessonId)).toEqual({ lessons: [], skills: [], into: null })
    }
  })

  it("knows what the lesson has that questions are taken into, if it is one's own", async () => {
    await writeProven(teacher, own, "It leaves the field")
    const choices = await loadBankChoices(teacher, own.lessonId)
    expect(choices.lessons.map(({ title, isOwn }) => [title, isOwn])).toEqual([
      ["My lesson", true],
      ["Shared lesson", false],
    ])
    expect(choices.skills).toEqual(["RI.1", "side:for"])
    expect(choices.into).toMatchObject({ title: "My lesson", base: baseOf(own, 1) })
    const [placed] = (await loadAuthoredItems(teacher, own.lessonVersionId)) ?? []
    expect(placed && choices.into?.has.has(sameness(placed.item))).toBe(true)
    expect((await loadBankChoices(teacher, shared.lessonId)).into).toBeNull()
  })
})

describe("taking a question", () => {
  const take = (viewer: Viewer, itemId: string, editNumber = 0) =>
    takeItem(viewer, { base: baseOf(own, editNumber), itemId })

  it("makes a new item that remembers its source, its proof found in the other text", async () => {
    const sourceId = await writeProven(colleague, shared, "It leaves the field")
    const taken = await take(teacher, sourceId)
    expect(taken).toMatchObject({ ok: true, value: { evidence: "attached", editNumber: 1 } })
    const [placed] = (await loadAuthoredItems(teacher, own.lessonVersionId)) ?? []
    const proof = own.sentences.find(({ text }) => text.startsWith("It leaves the field"))
    expect(placed?.item.itemId).not.toBe(sourceId)
    expect(placed?.item).toMatchObject({
      skills: ["RI.1", "side:for"],
      key: { evidence: { quotes: ["It leaves the field"], sentenceIds: [proof?.id] } },
    })
    const made = await database().item.findUnique({ where: { id: placed?.item.itemId ?? "" } })
    expect(made).toMatchObject({ lessonId: own.lessonId, takenFromId: sourceId })
    expect(
      (await loadBankChoices(teacher, own.lessonId)).into?.has.has(sameness(placed?.item ?? blank())),
    ).toBe(true)
  })

  it("says where the proof stands nowhere in the text", async () => {
    const sourceId = await writeProven(colleague, shared, "The contracts are listed")
    await database().revisionSentence.updateMany({
      where: { revisionId: own.revisionId, text: { contains: "contracts" } },
      data: { text: "Nothing is listed." },
    })
    expect(await take(teacher, sourceId)).toMatchObject({ ok: true, value: { evidence: "loose" } })
    const [placed] = (await loadAuthoredItems(teacher, own.lessonVersionId)) ?? []
    expect(placed?.item.key).toMatchObject({
      evidence: { quotes: ["The contracts are listed"], sentenceIds: [] },
    })
  })

  it("pressed twice takes it once", async () => {
    const { itemId } = await makeItem(shared, colleague.userId)
    const both = await Promise.all([take(teacher, itemId), take(teacher, itemId)])
    expect(both.map(codeOf).sort()).toEqual(["allowed", "conflict lesson.changedMeanwhile"])
  })

  it("forbidden: out of a lesson one may not see, and into one that is not one's own", async () => {
    const { itemId } = await makeItem(shared, colleague.userId)
    const hidden = await makeLesson(colleague.userId)
    const secret = await makeItem(hidden, colleague.userId)
    expect(codeOf(await take(teacher, secret.itemId))).toBe("missing lesson.noSuchItem")
    expect(codeOf(await take(colleague, itemId))).toBe("missing lesson.noLesson")
    const mine = await makeItem(own, teacher.userId)
    const into = { base: baseOf(shared), itemId: mine.itemId }
    expect(codeOf(await takeItem(teacher, into))).toBe("forbidden lesson.notYours")
    for (const role of ["student", "assistant"] as const)
      expect(codeOf(await takeItem(await makeViewer(role), into))).toBe("forbidden lesson.notYours")
    expect(await loadAuthoredItems(teacher, shared.lessonVersionId)).toHaveLength(1)
  })
})

const blank = () => blankItem("single", newRandomId)
