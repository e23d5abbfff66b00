import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { v4 } from "uuid"
import { describe, expect, it } from "vitest"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { copyLessonToReading, planLessonCopy } from "@/lib/lesson/server/copy-lesson-to-reading"
import { installLesson } from "@/lib/lesson/server/install-lesson"
import { database } from "@/lib/platform/database"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { draftFromBytes } from "@/lib/reading/draft-reading"
import { importReading } from "@/lib/reading/server/import-reading"
import { useTestDatabase } from "@/tests/support/database"
import { makeViewer } from "@/tests/support/factories"

useTestDatabase()

const now = new Date("2026-11-23T10:00:00Z")
// The column is somebody's published work and not in this project; where it lies beside it, it is tested with.
const COLUMN = path.resolve(import.meta.dirname, "../../../../shared/readings/hamid-mir-2022.txt")

const details = { source: null, sourceUrl: null, deck: null, rightsNote: null }

async function importColumn(viewer: Awaited<ReturnType<typeof makeViewer>>) {
  const draft = draftFromBytes(readFileSync(COLUMN), "txt")
  if (!draft.ok) throw new Error(draft.refusal.code)
  const { title, author, publishedOn, language, kind, paragraphs, tasks } = draft.value
  const text = { title: title ?? "", author, publishedOn, language, kind, paragraphs, tasks }
  const made = await importReading(viewer, { readingId: v4(), ...details, ...text }, now)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

async function importSmall(viewer: Awaited<ReturnType<typeof makeViewer>>) {
  const paragraphs = ["In the end 35 countries abstained. Others called it “fake neutrality”."]
  const text = {
    title: "Small",
    author: null,
    publishedOn: null,
    language: "en",
    kind: "opinion" as const,
    tasks: ["Say why"],
  }
  const made = await importReading(viewer, { readingId: v4(), ...details, ...text, paragraphs }, now)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

describe("the lesson that comes with the program", () => {
  it("is installed once, with everything it has", async () => {
    const teacher = await makeViewer("teacher")
    const first = await installLesson(teacher, fakeNeutrality, now)
    const again = await installLesson(teacher, fakeNeutrality, now)
    if (!first.ok || !again.ok) throw new Error("not installed")
    expect(first.value.isNew).toBe(true)
    expect(again.value).toEqual({ ...first.value, isNew: false })
    const where = { lessonVersionId: first.value.lessonVersionId }
    expect(await database().lesson.count({ where: { slug: "fake-neutrality", shared: true } })).toBe(1)
    expect(await database().lessonVersionItem.count({ where })).toBe(fakeNeutrality.items.length)
    expect(await database().prompt.count({ where })).toBe(4)
    expect(await database().glossaryTerm.count({ where })).toBe(fakeNeutrality.glossary.length)
    const background = fakeNeutrality.background?.length
    expect(await database().backgroundNote.count({ where: { ...where, sentenceId: { not: null } } })).toBe(
      background,
    )
    const items = await loadAuthoredItems(teacher, first.value.lessonVersionId)
    const keyed = items?.filter(({ item }) => item.level !== "my_view") ?? []
    for (const { item } of keyed)
      expect(
        (item.key as { evidence: { sentenceIds: string[] } }).evidence.sentenceIds.length,
      ).toBeGreaterThan(0)
    expect(items?.filter(({ item }) => item.key === null)).toHaveLength(1)
  })

  it("is installed by teachers only", async () => {
    for (const role of ["student", "assistant"] as const) {
      const decision = await installLesson(
        await makeViewer(role),
        { ...fakeNeutrality, slug: `by-${role}` },
        now,
      )
      expect(decision).toMatchObject({ ok: false, refusal: { kind: "forbidden" } })
    }
    expect(await database().lesson.count({ where: { slug: { startsWith: "by-" } } })).toBe(0)
  })
})

describe("a copy of it on another text", () => {
  it.skipIf(!existsSync(COLUMN))(
    "finds its evidence in the column, and lists what is not there",
    async () => {
      const teacher = await makeViewer("teacher")
      await installLesson(teacher, fakeNeutrality, now)
      const column = await importColumn(teacher)
      const input = { requestId: v4(), lesson: "fake-neutrality", readingId: column.readingId }
      const plan = await planLessonCopy(teacher, "fake-neutrality", column.sentences)
      const copy = await copyLessonToReading(teacher, input)
      if (!copy.ok || !plan.ok) throw new Error("not copied")
      expect(copy.value).toMatchObject(plan.value)
      expect(copy.value.attached).toBe(20)
      expect(copy.value.missing.map((one) => one.title)).toEqual(["What the note changes"])
      const version = await database().lessonVersion.findFirstOrThrow({
        where: { lessonId: copy.value.lessonId },
        include: { prompts: true, glossary: true, background: true, lesson: true },
      })
      expect(version.prompts.map((prompt) => prompt.text)).toContain("Express your opinion")
      expect(version.glossary).toHaveLength(fakeNeutrality.glossary.length)
      // The other text has none of these sentences: what is known of the matter stands beside the whole of it.
      expect(version.background).toHaveLength(fakeNeutrality.background?.length ?? 0)
      expect(version.background.filter(({ sentenceId }) => sentenceId !== null)).toEqual([])
      expect(version.lesson.shared).toBe(false)
      // Every sentence that is right now holds one of the phrases the author gave: none was guessed.
      const texts = new Map(column.sentences.map((sentence) => [sentence.id, sentence.text]))
      const items = (await loadAuthoredItems(teacher, version.id)) ?? []
      expect(items).toHaveLength(fakeNeutrality.items.length - 1)
      for (const { item } of items.filter(({ item }) => item.key)) {
        const { quotes, sentenceIds } = (
          item.key as { evidence: { quotes: string[]; sentenceIds: string[] } }
        ).evidence
        for (const id of sentenceIds)
          expect(quotes.some((quote) => texts.get(id)?.includes(quote))).toBe(true)
      }
    },
  )

  it("is made once however often it is asked for, and leaves out what the text does not say", async () => {
    const teacher = await makeViewer("teacher")
    await installLesson(teacher, fakeNeutrality, now)
    const reading = await importSmall(teacher)
    const input = { requestId: v4(), lesson: "fake-neutrality", readingId: reading.readingId }
    const [first, second] = await Promise.all([
      copyLessonToReading(teacher, input),
      copyLessonToReading(teacher, input),
    ])
    expect(second).toEqual(first)
    if (!first.ok) throw new Error("not copied")
    expect(first.value.attached).toBe(5)
    expect(first.value.missing).toHaveLength(16)
    const version = await database().lessonVersion.findFirstOrThrow({ where: { lessonId: input.requestId } })
    expect(await database().lessonVersionItem.count({ where: { lessonVersionId: version.id } })).toBe(6)
    expect(await database().lessonVersion.count({ where: { lessonId: input.requestId } })).toBe(1)
  })

  it("is refused to students and assistants, and to whoever may not see lesson or text", async () => {
    const owner = await makeViewer("teacher")
    await installLesson(owner, fakeNeutrality, now)
    const reading = await importSmall(owner)
    const input = () => ({ requestId: v4(), lesson: "fake-neutrality", readingId: reading.readingId })
    for (const role of ["student", "assistant"] as const)
      expect(await copyLessonToReading(await makeViewer(role), input())).toMatchObject({
        ok: false,
        refusal: { kind: "forbidden" },
      })
    const other = await makeViewer("teacher")
    expect(await copyLessonToReading(other, input())).toMatchObject({
      ok: false,
      refusal: { code: "results.noReading" },
    })
    const unknown = { ...input(), lesson: "no-such-lesson" }
    expect(await copyLessonToReading(owner, unknown)).toMatchObject({
      ok: false,
      refusal: { code: "results.noLesson" },
    })
  })
})
