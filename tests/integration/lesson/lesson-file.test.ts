import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { readUpload } from "@/app/teach/library/from-file/lesson-upload"
import { exportLesson as exportCommand } from "@/bin/cli/export-lesson"
import { importLesson as importCommand } from "@/bin/cli/import-lesson"
import { say } from "@/bin/cli/sentences"
import type { Viewer } from "@/lib/access/viewer"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { anyLesson } from "@/lib/lesson/exchange/any-lesson"
import { writeLessonFile } from "@/lib/lesson/exchange/write-lesson-file"
import { exportLesson } from "@/lib/lesson/server/export-lesson"
import { findNewestVersion } from "@/lib/lesson/server/import-items"
import { importLesson, planLesson } from "@/lib/lesson/server/import-lesson"
import { installLesson } from "@/lib/lesson/server/install-lesson"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { runInRequest } from "@/lib/platform/telemetry/request-context"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, makeViewer } from "@/tests/support/factories"
import { everyItem } from "@/tests/support/factories-item-types"
import { makeLesson } from "@/tests/support/factories-lesson"
import { firstKey, storeItems } from "@/tests/support/factories-quiz"

useTestDatabase()

let teacher: Viewer

beforeEach(async () => {
  teacher = await makeViewer("teacher")
})

const fileOf = (text: string) => ({ bytes: new TextEncoder().encode(text), fileName: "a.colloquy.json" })
const bringIn = (text: string, viewer = teacher, more: { requestId?: string; rest?: boolean } = {}) =>
  importLesson(viewer, { ...fileOf(text), requestId: newId(), rest: false, ...more }, new Date())

async function textOf(lesson: string, viewer = teacher): Promise<string> {
  const exported = await exportLesson(viewer, lesson)
  if (!exported.ok) throw new Error(exported.refusal.code)
  return exported.value.text
}

async function broughtIn(text: string, viewer = teacher) {
  const made = await bringIn(text, viewer)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

/** How many rows there are of all that a lesson brings. */
const rows = async () => {
  const db = database()
  return Promise.all([
    db.lesson.count(),
    db.lessonVersion.count(),
    db.reading.count(),
    db.readingRevision.count(),
    db.revisionSentence.count(),
    db.itemVersion.count(),
    db.itemKey.count(),
    db.event.count(),
  ])
}

describe("the first lesson as a file", () => {
  it("comes back as it was, to the byte, with all its evidence in the text", async () => {
    const installed = await installLesson(teacher, fakeNeutrality, new Date())
    if (!installed.ok) throw new Error(installed.refusal.code)
    const text = await textOf(fakeNeutrality.slug)
    const made = await broughtIn(text)
    expect(await textOf(made.slug)).toBe(text)
    expect(await textOf(made.lessonId)).toBe(text)
    const proved = fakeNeutrality.items.filter(({ evidence }) => evidence.length > 0)
    const keyed = proved.filter(({ level }) => level !== "my_view")
    expect(made.plan.evidence).toEqual({ attached: keyed.length, missing: [] })
    expect(made.plan).toMatchObject({
      title: fakeNeutrality.title,
      questions: fakeNeutrality.items.length,
      prompts: 4,
      terms: fakeNeutrality.glossary.length,
      leftOut: [],
    })
    const [before, after] = await Promise.all(
      [fakeNeutrality.slug, made.slug].map(async (slug) => {
        const version = await findNewestVersion(teacher, slug)
        return (await loadAuthoredItems(teacher, version?.id ?? "")) ?? []
      }),
    )
    expect(after?.map(({ item }) => item.prompt)).toEqual(before?.map(({ item }) => item.prompt))
    const own = new Set(JSON.stringify(before).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))
    const shared = (JSON.stringify(after).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []).filter((id) =>
      own.has(id),
    )
    expect(shared).toEqual([])
  })

  it("belongs to whoever brought it in, is not shared, and is known again as the same", async () => {
    await installLesson(teacher, fakeNeutrality, new Date())
    const text = await textOf(fakeNeutrality.slug)
    const other = await makeViewer("teacher")
    const made = await broughtIn(text, other)
    const lesson = await database().lesson.findUniqueOrThrow({ where: { id: made.lessonId } })
    expect(lesson).toMatchObject({ ownerId: other.userId, shared: false })
    expect(await planLesson(other, fileOf(text))).toMatchObject({
      ok: true,
      value: { state: "ready", alike: { lessonId: made.lessonId } },
    })
    const changed = text.replace('"prompts": [', '"prompts": [\n    "One more?",')
    expect(await planLesson(other, fileOf(changed))).toMatchObject({ value: { alike: null } })
  })
})

describe("any lesson as a file", () => {
  it("goes in and comes out the same, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(anyLesson, async (lesson) => {
        const text = writeLessonFile(lesson)
        expect(await textOf((await broughtIn(text)).lessonId)).toBe(text)
      }),
      { numRuns: 25 },
    )
  })

  it("holds what was stored by other doors: a question of every type, and a pool", async () => {
    const lesson = await makeLesson(teacher.userId)
    const ids = lesson.sentences.map(({ id }) => id)
    const stored = await storeItems(lesson, everyItem(ids, firstKey), teacher.userId)
    const poolId = newId()
    const { lessonVersionId } = lesson
    await database().itemPool.create({ data: { id: poolId, lessonVersionId, name: "Pool", draw: 1 } })
    await database().lessonVersionItem.updateMany({
      where: { lessonVersionId, position: { in: [2, 3] } },
      data: { poolId },
    })
    const text = await textOf(lesson.lessonId)
    const { lessonId, plan } = await broughtIn(text)
    expect(plan.leftOut).toEqual([])
    expect(JSON.parse(text).items).toHaveLength(stored.length)
    expect(JSON.parse(text).pools).toEqual([{ name: "Pool", draw: 1 }])
    expect(await textOf(lessonId)).toBe(text)
  })

  it("brings no script: what browsers get of its text is made here", async () => {
    const [lesson] = fc.sample(anyLesson, { numRuns: 1, seed: 3 })
    if (!lesson) throw new Error("no lesson")
    const nasty = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    const [first] = lesson.reading.sentences
    if (first) first.text = nasty
    const { lessonId } = await broughtIn(writeLessonFile(lesson))
    const { revision } = await database().lessonVersion.findFirstOrThrow({
      where: { lessonId },
      include: { revision: true },
    })
    expect(revision.html).toContain("&lt;script&gt;")
    expect(revision.html).not.toMatch(/<(?!\/?(p|span)\b)/)
  })
})

describe("bringing a lesson in twice", () => {
  it("with one key makes it once, also at the same time; with two keys makes two", async () => {
    const [lesson] = fc.sample(anyLesson, { numRuns: 1, seed: 4 })
    if (!lesson) throw new Error("no lesson")
    const text = writeLessonFile(lesson)
    const requestId = newId()
    const made = await Promise.all([1, 2, 3].map(() => bringIn(text, teacher, { requestId })))
    for (const one of made) expect(one).toMatchObject({ ok: true, value: { lessonId: requestId } })
    const count = () => database().lesson.count({ where: { ownerId: teacher.userId } })
    expect(await count()).toBe(1)
    expect(await database().reading.count({ where: { ownerId: teacher.userId } })).toBe(1)
    await broughtIn(text)
    expect(await count()).toBe(2)
  })

  it("with a key of somebody else's is refused, and nothing is written", async () => {
    const lesson = await makeLesson((await makeViewer("teacher")).userId)
    const [any] = fc.sample(anyLesson, { numRuns: 1, seed: 5 })
    const before = await rows()
    const made = await bringIn(any ? writeLessonFile(any) : "", teacher, { requestId: lesson.lessonId })
    expect(made).toMatchObject({ ok: false, refusal: { code: "lesson.fileAgain" } })
    expect(await rows()).toEqual(before)
  })
})

describe("a file with something wrong in it", () => {
  const example = () => {
    const [lesson] = fc.sample(anyLesson, { numRuns: 1, seed: 6 })
    return JSON.parse(lesson ? writeLessonFile(lesson) : "{}")
  }

  it("is brought in without the question that cannot be read only when that is asked for", async () => {
    const file = example()
    file.items[0].type = "hotspot"
    const text = JSON.stringify(file)
    const before = await rows()
    expect(await planLesson(teacher, fileOf(text))).toMatchObject({
      value: {
        plan: {
          questions: 12,
          leftOut: [
            {
              number: 1,
              faults: [{ place: [{ word: "question", params: { number: 1 } }, { word: "type" }] }],
            },
          ],
        },
      },
    })
    expect(await bringIn(text)).toMatchObject({ refusal: { code: "lesson.fileLeavesOut" } })
    expect(await rows()).toEqual(before)
    const made = await bringIn(text, teacher, { rest: true })
    if (!made.ok) throw new Error(made.refusal.code)
    expect(JSON.parse(await textOf(made.value.lessonId)).items).toHaveLength(file.items.length - 1)
  })

  it("is a whole lesson or nothing, whatever is wrong", { timeout: 240_000 }, async () => {
    const text = JSON.stringify(example())
    const seen = { made: 0, refused: 0 }
    const odd = fc.constantFrom(
      "null",
      "0",
      '""',
      "[]",
      "{}",
      '"\\u0000"',
      '"\\ud800"',
      "-1",
      "1e999",
      `"${"x".repeat(3000)}"`,
    )
    const marks = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|\b\d+\b|null/g)]
    await fc.assert(
      fc.asyncProperty(fc.nat(marks.length - 1), odd, async (pick, other) => {
        const mark = marks[pick]
        const at = mark?.index ?? 0
        const damaged = text.slice(0, at) + other + text.slice(at + (mark?.[0].length ?? 0))
        const before = await rows()
        const made = await bringIn(damaged, teacher, { rest: true })
        if (made.ok) {
          seen.made++
          const file = await textOf(made.value.lessonId)
          const again = await broughtIn(file)
          expect(await textOf(again.lessonId)).toBe(file)
        } else {
          seen.refused++
          expect(await rows()).toEqual(before)
        }
      }),
      { numRuns: 40 },
    )
    expect(seen.made).toBeGreaterThan(0)
    expect(seen.refused).toBeGreaterThan(0)
  })
})

describe("trips to the database", () => {
  /** Statements sent while `work` runs, as the server counts them for a request. */
  async function tripsOf(work: () => Promise<unknown>): Promise<number> {
    const request = { id: "trips", method: "GET", route: "/", databaseMs: 0, trips: 0 }
    await runInRequest(request, work)
    return request.trips
  }

  it("are one for the file, one for the look at it, and as many for three questions as for all", async () => {
    await installLesson(teacher, fakeNeutrality, new Date())
    const text = await textOf(fakeNeutrality.slug)
    expect(await tripsOf(() => exportLesson(teacher, fakeNeutrality.slug))).toBe(1)
    expect(await tripsOf(() => planLesson(teacher, fileOf(text)))).toBe(1)
    const whole = JSON.parse(text)
    const part = { ...whole, items: whole.items.slice(0, 3) }
    const many = await tripsOf(() => bringIn(text))
    expect(await tripsOf(() => bringIn(JSON.stringify(part)))).toBe(many)
  })
})

describe("colloquy export-lesson and import-lesson", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-lesson-"))
  let as = ""
  beforeEach(async () => {
    as = (await database().user.findUniqueOrThrow({ where: { id: teacher.userId } })).userName
  })
  const exportTo = (lesson: string, file: string) =>
    exportCommand.run({ values: { as }, positionals: [lesson, path.join(folder, file)] }, say)
  const importFrom = async (file: string, values: Record<string, boolean> = {}) => {
    const outcome = await importCommand.run(
      { values: { as, ...values }, positionals: [path.join(folder, file)] },
      say,
    )
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value
  }
  const write = (file: string, content: string) => writeFileSync(path.join(folder, file), content)
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8")

  it("write a file, bring it in, and write the same file again", async () => {
    const lesson = await makeLesson(teacher.userId, { title: "By command" })
    await storeItems(
      lesson,
      everyItem(
        lesson.sentences.map(({ id }) => id),
        firstKey,
      ),
      teacher.userId,
    )
    const { slug } = await database().lesson.findUniqueOrThrow({ where: { id: lesson.lessonId } })
    expect(await exportTo(slug, "a.colloquy.json")).toMatchObject({
      ok: true,
      value: { value: { slug, title: "By command" }, lines: [expect.stringContaining("right answers")] },
    })
    const before = await rows()
    const dry = await importFrom("a.colloquy.json", { "dry-run": true })
    expect(dry).toMatchObject({
      value: { alike: slug, lessonId: null, leftOut: [], evidence: { missing: [] } },
      failed: false,
    })
    expect(dry.lines.at(-1)).toBe("Nothing was saved.")
    expect(await rows()).toEqual(before)
    const { value, failed } = await importFrom("a.colloquy.json")
    expect(failed).toBe(false)
    const made = value as { slug: string; lessonId: string }
    expect(made.lessonId).toMatch(/^[0-9a-f-]{36}$/)
    await exportTo(made.slug, "b.colloquy.json")
    expect(read("b.colloquy.json")).toBe(read("a.colloquy.json"))
  })

  it("say what cannot be read and where, and bring in the rest when told to", async () => {
    const [lesson] = fc.sample(anyLesson, { numRuns: 1, seed: 8 })
    const file = JSON.parse(lesson ? writeLessonFile(lesson) : "{}")
    file.items[1].content.options[1].text = "x".repeat(501)
    write("odd.json", JSON.stringify(file))
    const before = await rows()
    const told = {
      number: 2,
      faults: [{ where: "question 2, option B", reason: "It is longer than 500 characters. Shorten it." }],
    }
    expect(await importFrom("odd.json")).toMatchObject({
      value: { leftOut: [told], lessonId: null },
      failed: true,
    })
    expect(await rows()).toEqual(before)
    const { value } = await importFrom("odd.json", { rest: true })
    expect(value).toMatchObject({ leftOut: [told], lessonId: expect.any(String), slug: expect.any(String) })
    write("faulty.json", JSON.stringify({ ...file, title: 7 }))
    expect(await importFrom("faulty.json")).toMatchObject({
      value: { faults: [{ where: "title", reason: "It has to be a text, in quotation marks." }] },
      failed: true,
    })
    write("quiz.txt", "Who?{=a ~b}")
    await expect(importFrom("quiz.txt")).rejects.toThrow("lesson.fileIsGift")
    await expect(importFrom("nowhere.json")).rejects.toThrow("cli.noFile")
  })
})

describe("forbidden", () => {
  it("to take away a lesson that is neither one's own nor shared, or by whoever does not teach", async () => {
    const lesson = await makeLesson((await makeViewer("teacher")).userId)
    const kindFor = async (viewer: Viewer) => {
      const exported = await exportLesson(viewer, lesson.lessonId)
      return exported.ok ? "done" : exported.refusal.kind
    }
    const [student, assistant] = [await makeViewer("student"), await makeViewer("assistant")]
    for (const viewer of [teacher, student, assistant]) expect(await kindFor(viewer)).toBe("missing")
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    expect(await kindFor(teacher)).toBe("done")
    for (const viewer of [student, assistant]) expect(await kindFor(viewer)).toBe("missing")
    expect(await kindFor({ ...teacher, mustChangePassword: true })).toBe("missing")
  })

  it("to bring one in, or to look at one, by whoever does not teach", async () => {
    const text = await textOf((await makeLesson(teacher.userId)).lessonId)
    const before = await rows()
    for (const role of ["student", "assistant"] as const) {
      const viewer = await makeViewer(role)
      expect(await bringIn(text, viewer)).toMatchObject({ refusal: { kind: "forbidden" } })
      expect(await planLesson(viewer, fileOf(text))).toMatchObject({ refusal: { kind: "forbidden" } })
    }
    expect(await rows()).toEqual(before)
  })

  it("to send one up, by whoever does not teach: it is not even read", async () => {
    const upload = async (role: "student" | "assistant" | "teacher") => {
      const address = "http://school.example/x?name=a.colloquy.json"
      const request = new Request(address, { method: "POST", body: "{}" })
      const { tokenHash } = await makeSession((await makeUser(role)).id)
      const read = await readUpload(request, tokenHash)
      return [read.ok ? "allowed" : `${read.refusal.kind} ${read.refusal.code}`, request.bodyUsed]
    }
    const refused = ["forbidden lesson.teachersOnly", false]
    expect([await upload("student"), await upload("assistant")]).toEqual([refused, refused])
    expect(await upload("teacher")).toEqual(["allowed", true])
  })

  it("to be told of a lesson like it that one may not see", async () => {
    const other = await makeViewer("teacher")
    const lesson = await makeLesson(other.userId, { title: "Nobody else’s" })
    const text = await textOf(lesson.lessonId, other)
    expect(await planLesson(teacher, fileOf(text))).toMatchObject({ value: { alike: null } })
    expect(await planLesson(other, fileOf(text))).toMatchObject({ value: { alike: {} } })
  })
})
