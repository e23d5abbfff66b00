import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { beforeEach, describe, expect, it } from "vitest"
import { exportQuiz } from "@/bin/cli/export-quiz"
import { importQuiz } from "@/bin/cli/import-quiz"
import { say } from "@/bin/cli/sentences"
import type { Viewer } from "@/lib/access/viewer"
import { findEditBase, importItems } from "@/lib/lesson/server/import-items"
import { importQuiz as importQuizSource, planQuiz } from "@/lib/lesson/server/plan-quiz"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { readGift } from "@/lib/quiz/exchange/gift/read-gift"
import { planQuizExport } from "@/lib/quiz/exchange/plan-export"
import { planQuizImport } from "@/lib/quiz/exchange/plan-import"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { useTestDatabase } from "@/tests/support/database"
import { makeClass, makeViewer } from "@/tests/support/factories"
import { makeAssignment, makeLesson } from "@/tests/support/factories-lesson"
import { withOptions } from "@/tests/support/factories-quiz"

useTestDatabase()

let teacher: Viewer
let lesson: Awaited<ReturnType<typeof makeLesson>>

beforeEach(async () => {
  teacher = await makeViewer("teacher")
  lesson = await makeLesson(teacher.userId)
})

const question = (prompt: string): AuthoredItem => {
  const item = withOptions(blankItem("single", newRandomId), ["Yes", "No"])
  const [first] = (item.content as { options: { id: string }[] }).options
  return { ...item, prompt, key: { answer: first?.id, evidence: { quotes: [], sentenceIds: [] } } }
}
const base = (editNumber = 0) => ({ lessonVersionId: lesson.lessonVersionId, editNumber })
const promptsOf = async (lessonVersionId: string, viewer = teacher) => {
  const version = await database().lessonVersion.findUniqueOrThrow({ where: { id: lessonVersionId } })
  return ((await loadAuthoredItems(viewer, version.id)) ?? []).map(({ item }) => item.prompt)
}

describe("putting items of a file into a lesson", () => {
  it("puts them at the end, in their order, with their keys, in one change", async () => {
    const before = await promptsOf(lesson.lessonVersionId)
    const items = ["one", "two", "three"].map(question)
    const saved = await importItems(teacher, { base: base(), items })
    expect(saved).toMatchObject({ ok: true, value: { editNumber: 1 } })
    expect(await promptsOf(lesson.lessonVersionId)).toEqual([...before, "one", "two", "three"])
    const keys = await database().itemKey.findMany({ where: { createdById: teacher.userId } })
    expect(keys.map(({ key }) => key)).toEqual(expect.arrayContaining(items.map(({ key }) => key)))
    expect(await importItems(teacher, { base: base(), items })).toMatchObject({
      ok: false,
      refusal: { code: "lesson.changedMeanwhile" },
    })
  })

  it("keeps shares, comments, numbers and notes from file to lesson to file", async () => {
    const text = [
      "Read the third paragraph first.",
      "Who?{=a#Yes. ~%50%b#Half. ~%-25%c}",
      "Which?{~%50%a ~%50%b ~%-33.33333%c}",
      "What is it?{=fake neutrality =%50%neutrality#Which?}",
      "How many?{#=35:0 =%50%35:2#Count again.}",
      "It {=%100%is#Yes. =%33.33333%was} so.",
    ].join("\n\n")
    const means = { newId: newRandomId, gapPrompt: "Fill the gap.", rowsOf: () => [] }
    const plan = planQuizImport({ text, fileName: "a.gift", format: "gift" }, means)
    if (!plan.ok) throw new Error(plan.refusal.code)
    expect(plan.value).toMatchObject({ skipped: [], warnings: [] })
    const own = await makeLesson(teacher.userId)
    const ownBase = { lessonVersionId: own.lessonVersionId, editNumber: 0 }
    const items = plan.value.taken.map(({ item }) => item)
    expect(await importItems(teacher, { base: ownBase, items })).toMatchObject({ ok: true })
    const placed = (await loadAuthoredItems(teacher, own.lessonVersionId)) ?? []
    const exported = planQuizExport(
      placed.map(({ item }) => item),
      "gift",
    )
    expect(exported.losses).toEqual([])
    const [before, after] = [text, exported.text ?? ""].map((file) =>
      // Ours are plain texts; those of a file have the format it gives them.
      JSON.stringify(readGift(file).items.map(({ value }) => value)).replaceAll('"moodle"', '"plain"'),
    )
    expect(after).toBe(before)
  })

  it("leaves a version alone that a class has, and puts them into its successor", async () => {
    const before = await promptsOf(lesson.lessonVersionId)
    const { lessonVersionId } = lesson
    const { id: classId } = await makeClass(teacher.userId)
    await makeAssignment({ classId, lessonVersionId, createdById: teacher.userId })
    const saved = await importItems(teacher, { base: base(), items: [question("new")] })
    if (!saved.ok) throw new Error(saved.refusal.code)
    expect(saved.value.lessonVersionId).not.toBe(lessonVersionId)
    expect(await promptsOf(lessonVersionId)).toEqual(before)
    expect(await promptsOf(saved.value.lessonVersionId)).toEqual([...before, "new"])
  })

  it("writes none where one is wrong, or they are too many", async () => {
    const before = await promptsOf(lesson.lessonVersionId)
    const bad = [question("good"), { ...question("bad"), prompt: "" }]
    expect(await importItems(teacher, { base: base(), items: bad })).toMatchObject({
      ok: false,
      refusal: { code: "quiz.mend_noPrompt" },
    })
    const many = Array.from({ length: 201 }, (_, at) => question(`${at}`))
    expect(await importItems(teacher, { base: base(), items: many })).toMatchObject({
      ok: false,
      refusal: { code: "quiz.tooManyItems" },
    })
    expect(await promptsOf(lesson.lessonVersionId)).toEqual(before)
  })

  it("forbidden: nobody but the lesson’s owner does it", async () => {
    const items = [question("mine")]
    const other = await makeViewer("teacher")
    const refusal = async (viewer: Viewer) => {
      const decision = await importItems(viewer, { base: base(), items })
      return decision.ok ? "done" : decision.refusal.kind
    }
    expect(await refusal(other)).toBe("missing")
    expect(await refusal(await makeViewer("student"))).toBe("missing")
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    expect(await refusal(other)).toBe("forbidden")
    expect(await findEditBase(other, lesson.lessonId)).toMatchObject({ refusal: { kind: "forbidden" } })
    expect(await findEditBase(await makeViewer("student"), "no-such")).toMatchObject({
      refusal: { kind: "missing" },
    })
    expect(await promptsOf(lesson.lessonVersionId)).not.toContain("mine")
  })
})

describe("looking at a file before it is put in", () => {
  const means = { newId: newRandomId, gapPrompt: "Fill in the gaps.", rowsOf: async () => [] }
  const source = { format: "auto" as const, pasted: "Who?{=a ~b}\n\nWhy?{}\n\nBroken {=a" }
  const plan = (viewer: Viewer) =>
    planQuiz(viewer, { lessonVersionId: lesson.lessonVersionId, ...source }, means)
  const carryOut = (viewer: Viewer, numbers: number[], editNumber = 0) =>
    importQuizSource(viewer, { lessonId: lesson.lessonId, base: base(editNumber), numbers, ...source }, means)

  it("writes nothing, and puts in what was chosen, which is known again afterwards", async () => {
    const before = await promptsOf(lesson.lessonVersionId)
    expect(await plan(teacher)).toMatchObject({
      ok: true,
      value: { items: [{ state: "new" }, { state: "new" }], skipped: [{ line: 5 }] },
    })
    expect(await promptsOf(lesson.lessonVersionId)).toEqual(before)
    expect(await carryOut(teacher, [1])).toEqual({ ok: true, value: { count: 1 } })
    expect(await promptsOf(lesson.lessonVersionId)).toEqual([...before, "Who?"])
    expect(await plan(teacher)).toMatchObject({ value: { items: [{ state: "there" }, { state: "new" }] } })
    expect(await carryOut(teacher, [7], 1)).toMatchObject({ refusal: { code: "lesson.nothingChosen" } })
  })

  /** The same text as other programs write it. Null where an encoding has no sign for a letter of it. */
  const encodings: Record<string, (text: string) => Uint8Array<ArrayBuffer> | null> = {
    "UTF-8 with a byte order mark": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`)),
    "UTF-16, low byte first": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")),
    "UTF-16, high byte first": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16()),
    "Windows-1252": (text) =>
      Buffer.from(text, "latin1").toString("latin1") === text && !/[\u0080-\u009f]/.test(text)
        ? new Uint8Array(Buffer.from(text, "latin1"))
        : null,
    "lines that end as on Windows": (text) => new Uint8Array(Buffer.from(text.replace(/\r?\n/g, "\r\n"))),
    "lines that end as on old Macs": (text) => new Uint8Array(Buffer.from(text.replace(/\r?\n/g, "\r"))),
  }

  it.each(Object.entries(encodings))("reads files written elsewhere the same in %s", async (_, encode) => {
    const folder = path.resolve(import.meta.dirname, "../../fixtures/gift")
    const { lessonVersionId } = lesson
    const planned = (bytes: Uint8Array<ArrayBuffer>) =>
      planQuiz(teacher, { lessonVersionId, format: "gift", file: new File([bytes], "a.gift") }, means)
    const names = readdirSync(folder).filter((one) => one.endsWith(".gift"))
    // At once, for each is read in a worker that takes a moment to start.
    const pairs = await Promise.all(
      names.map(async (name) => {
        const text = readFileSync(path.join(folder, name), "utf8")
        const bytes = encode(text)
        return bytes && [await planned(bytes), await planned(new Uint8Array(Buffer.from(text)))]
      }),
    )
    const read = pairs.filter((pair) => pair !== null)
    for (const [encoded, plain] of read) expect(encoded).toEqual(plain)
    expect(read.length).toBeGreaterThan(20)
  })

  it("forbidden: to whoever may not see the lesson, or not change it", async () => {
    const other = await makeViewer("teacher")
    expect(await plan(other)).toMatchObject({ ok: false, refusal: { kind: "missing" } })
    expect(await carryOut(other, [1])).toMatchObject({ ok: false, refusal: { kind: "missing" } })
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    expect(await plan(await makeViewer("student"))).toMatchObject({ ok: false, refusal: { kind: "missing" } })
    expect(await carryOut(other, [1])).toMatchObject({ ok: false, refusal: { kind: "forbidden" } })
  })
})

describe("colloquy import-quiz", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-quiz-"))
  const run = async (
    name: string,
    content: string | Uint8Array,
    values: Record<string, string | boolean>,
  ) => {
    const file = path.join(folder, name)
    writeFileSync(file, content)
    const outcome = await importQuiz.run({ values, positionals: [file] }, say)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value
  }
  const gift = "::T::Who?{=a ~b}\n\nBroken {=a\n\nA note.\n"

  it("tells what is in a file without a lesson, and saves nothing", async () => {
    const { value, lines } = await run("a.gift", gift, { "dry-run": true })
    expect(value).toMatchObject({
      format: "gift",
      items: [{ number: 1, type: "single", title: "T", prompt: "Who?", points: 1 }, { type: "note" }],
      skipped: [{ where: "line 3", reason: expect.stringContaining("brace") }],
      warnings: [],
      put: 0,
    })
    expect(lines.at(-1)).toBe("Nothing was saved.")
  })

  it("puts them into a lesson, and tells the rest", async () => {
    const { userName } = await database().user.findUniqueOrThrow({ where: { id: teacher.userId } })
    const { value } = await run("a.gift", gift, { lesson: lesson.lessonId, as: userName })
    expect(value).toMatchObject({ put: 2, skipped: [{}] })
    expect(await promptsOf(lesson.lessonVersionId)).toContain("Who?")
  })

  it("reads Windows-1252, and tables whose cells are parted by semicolons", async () => {
    const latin = Uint8Array.from("Qui écrivit ?{=Hamid ~José}", (letter) => letter.charCodeAt(0))
    expect((await run("a.txt", latin, {})).value).toMatchObject({ items: [{ prompt: "Qui écrivit ?" }] })
    const table = "Question;Option A;Option B;Right\nWhich?;x;y;B\n"
    expect((await run("a.csv", table, {})).value).toMatchObject({
      format: "csv",
      items: [{ type: "single", key: { options: [{ fraction: 0 }, { fraction: 100 }] } }],
    })
  })
})

describe("colloquy export-quiz", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-export-"))
  const exportTo = async (format: string, values = {}) => {
    const { userName } = await database().user.findUniqueOrThrow({ where: { id: teacher.userId } })
    const file = path.join(folder, `${newRandomId()}.${format}`)
    const given = { values: { format, as: userName, ...values }, positionals: [lesson.lessonId, file] }
    return { file, outcome: await exportQuiz.run(given, say) }
  }

  it.each(["gift", "moodle-xml", "csv"])(
    "writes %s that is read back, and lists what stays",
    async (format) => {
      const hinted = { ...question("=Which?"), hint: "Look at the end." }
      await importItems(teacher, {
        base: base(),
        items: [question("One?"), hinted, blankItem("evidence", newRandomId)].map((item) => ({
          ...item,
          prompt: item.prompt || "Where?",
        })),
      })
      const { file, outcome } = await exportTo(format)
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      const { losses } = outcome.value.value as { losses: { prompt: string; code: string }[] }
      expect(losses.map(({ prompt, code }) => [prompt, code])).toEqual(
        expect.arrayContaining([
          ["=Which?", "hintStays"],
          ["Where?", "evidenceStays"],
        ]),
      )
      const back = await importQuiz.run({ values: { "dry-run": true, format }, positionals: [file] }, say)
      expect(back).toMatchObject({ ok: true, value: { value: { skipped: [] } } })
      const { items } = (back.ok ? back.value.value : {}) as { items: { prompt: string; key: unknown }[] }
      const key = {
        options: [
          { text: "Yes", fraction: 100 },
          { text: "No", fraction: 0 },
        ],
      }
      expect(items.slice(-2)).toMatchObject([
        { prompt: "One?", key },
        { prompt: "=Which?", key },
      ])
    },
  )

  it("forbidden: gives nobody a lesson that is not theirs to see", async () => {
    const { userName } = await database().user.findUniqueOrThrow({
      where: { id: (await makeViewer("teacher")).userId },
    })
    expect((await exportTo("gift", { as: userName })).outcome).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    })
  })
})
