import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { importReading } from "@/lib/reading/server/import-reading"
import {
  type ImportReadingArguments,
  importReadingCommand,
} from "@/lib/reading/server/import-reading-command"
import { listReadings } from "@/lib/reading/server/list-readings"
import { loadReading } from "@/lib/reading/server/load-reading"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { saveRevision } from "@/lib/reading/server/save-revision"
import { useTestDatabase } from "@/tests/support/database"
import { makeViewer } from "@/tests/support/factories"
import { makeLesson } from "@/tests/support/factories-lesson"
import { readingInput } from "@/tests/support/factories-reading"

useTestDatabase()

const now = new Date()
let teacher: Viewer
let colleague: Viewer

beforeAll(async () => {
  teacher = await makeViewer("teacher")
  colleague = await makeViewer("teacher")
})

type Answer<T> = { ok: true; value: T } | { ok: false; refusal: { kind: string; code: string } }
function unwrap<T>(decision: Answer<T>): T {
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}
const kindOf = (decision: Answer<unknown>) => (decision.ok ? "ok" : decision.refusal.kind)

describe("importing", () => {
  it("makes a reading, its first revision and its sentences", async () => {
    const { revisionId, sentences } = unwrap(await importReading(teacher, readingInput(), now))
    expect(sentences.map(({ paragraph, ordinal, text }) => `${paragraph}.${ordinal} ${text}`)).toEqual([
      "1.1 The mayor has turned again.",
      "1.2 Nobody is surprised.",
      "2.1 A river belongs to nobody.",
      "2.2 Or does it?",
    ])
    const revision = await loadRevision(revisionId)
    expect(revision).toMatchObject({
      number: 1,
      title: "The river is not for sale",
      wordCount: 16,
      sentences,
    })
    expect(revision?.html).toContain(
      `data-s="${sentences[0]?.id}" id="s-1-1">The mayor has turned again.</span>`,
    )
  })

  it("pressed twice, also at once, makes one", async () => {
    const input = readingInput()
    const pressed = await Promise.all([1, 2, 3].map(() => importReading(teacher, input, now)))
    expect(new Set(pressed.map((one) => unwrap(one).revisionId)).size).toBe(1)
    expect(await database().readingRevision.count({ where: { readingId: input.readingId } })).toBe(1)
  })

  it("keeps text as text", async () => {
    const hostile = '<script>alert("1")</script> said the mayor. <img src=x onerror=alert(1)> was all.'
    const { revisionId } = unwrap(await importReading(teacher, readingInput({ paragraphs: [hostile] }), now))
    expect((await loadRevision(revisionId))?.html).not.toMatch(/<(?:script|img)/)
  })

  it("takes a long text in few statements", async () => {
    const paragraphs = Array.from(
      { length: 400 },
      (_, at) => `Sentence one of ${at}. Sentence two. And a third one.`,
    )
    expect(unwrap(await importReading(teacher, readingInput({ paragraphs }), now)).sentences).toHaveLength(
      1200,
    )
  })

  it("is forbidden to students and assistants, and somebody else's id is refused", async () => {
    for (const role of ["student", "assistant"] as const)
      expect(kindOf(await importReading(await makeViewer(role), readingInput(), now))).toBe("forbidden")
    const input = readingInput()
    await importReading(teacher, input, now)
    expect(kindOf(await importReading(colleague, input, now))).toBe("conflict")
  })

  it("refuses a text without a sentence, and keeps nothing", async () => {
    const input = readingInput({ paragraphs: ["milk", "eggs"] })
    expect(kindOf(await importReading(teacher, input, now))).toBe("invalid")
    expect(await database().reading.count({ where: { id: input.readingId } })).toBe(0)
  })
})

describe("revising", () => {
  const start = async () => {
    const input = readingInput()
    const made = unwrap(await importReading(teacher, input, now))
    const corrected = { ...input, baseRevisionId: made.revisionId }
    return { made, corrected }
  }

  it("keeps the id of a sentence whose words stay, and lists what changed", async () => {
    const { made, corrected } = await start()
    const paragraphs = ["Nobody is surprised.", "A river belongs to everybody. Or does it?"]
    expect(unwrap(await saveRevision(teacher, { ...corrected, paragraphs }, now)).number).toBe(2)
    const reading = unwrap(await loadReading(teacher, { readingId: made.readingId }))
    const ids = reading.revision.sentences.map(({ id }) => id)
    expect([ids[0], ids[2]]).toEqual([made.sentences[1]?.id, made.sentences[3]?.id])
    expect(reading.changes).toMatchObject({ keptCount: 2 })
    expect(reading.changes?.added.map(({ text }) => text)).toEqual(["A river belongs to everybody."])
    expect(reading.changes?.removed).toHaveLength(2)
    const first = unwrap(await loadReading(teacher, { readingId: made.readingId, number: 1 }))
    expect(first.revision.sentences).toEqual(made.sentences)
  })

  it("is refused when nothing differs, and when somebody saved meanwhile", async () => {
    const { corrected } = await start()
    expect(kindOf(await saveRevision(teacher, corrected, now))).toBe("invalid")
    const both = await Promise.all(
      ["A", "B"].map((title) => saveRevision(teacher, { ...corrected, title }, now)),
    )
    expect(both.map(kindOf).sort()).toEqual(["conflict", "ok"])
    expect(kindOf(await saveRevision(teacher, { ...corrected, title: "C" }, now))).toBe("conflict")
  })

  it("is forbidden to others: unseen for a stranger's, refused for a shared one", async () => {
    const { corrected } = await start()
    expect(kindOf(await saveRevision(colleague, { ...corrected, title: "Mine" }, now))).toBe("missing")
    const shared = await makeLesson(teacher.userId, { shared: true })
    const onShared = { ...corrected, readingId: shared.readingId, baseRevisionId: shared.revisionId }
    expect(kindOf(await saveRevision(colleague, { ...onShared, title: "Mine" }, now))).toBe("forbidden")
  })
})

describe("seeing", () => {
  it("shows a teacher their own readings, and one a shared lesson stands on", async () => {
    const { readingId } = unwrap(await importReading(teacher, readingInput({ title: "Only mine" }), now))
    expect(unwrap(await listReadings(teacher)).map(({ title }) => title)).toContain("Only mine")
    expect(unwrap(await listReadings(colleague)).map(({ title }) => title)).not.toContain("Only mine")
    expect(kindOf(await loadReading(colleague, { readingId }))).toBe("missing")
    const shared = await makeLesson(teacher.userId, { shared: true })
    expect(unwrap(await loadReading(colleague, { readingId: shared.readingId }))).toMatchObject({
      isOwner: false,
    })
    const unshared = await makeLesson(teacher.userId)
    expect(kindOf(await loadReading(colleague, { readingId: unshared.readingId }))).toBe("missing")
  })

  it("is forbidden to students and assistants", async () => {
    const shared = await makeLesson(teacher.userId, { shared: true })
    for (const role of ["student", "assistant"] as const) {
      const viewer = await makeViewer(role)
      expect(kindOf(await loadReading(viewer, { readingId: shared.readingId }))).toBe("missing")
      expect(kindOf(await listReadings(viewer))).toBe("forbidden")
    }
  })
})

describe("import-reading, the command", () => {
  const file =
    "A headline without a stop\n\nBy Noor Ahmadi\n\nIt is so. They call it “so. ”\n\nExpress your opinion"
  const args = (change: Partial<ImportReadingArguments> = {}): ImportReadingArguments => ({
    fileName: "column.txt",
    bytes: new TextEncoder().encode(file),
    dryRun: false,
    ...change,
  })
  const copied: string[] = []
  const lessons = {
    plan: async () => ({ ok: true as const, value: { attached: 6, missing: [{ title: "x" }] } }),
    copy: async (_: Viewer, { lesson, readingId }: { lesson: string; readingId: string }) => {
      copied.push(`${lesson} ${readingId}`)
      return { ok: true as const, value: { attached: 7, missing: [], lessonId: newRandomId() } }
    },
  }

  it("rehearses without a person and leaves nothing", async () => {
    const before = await database().reading.count()
    const report = unwrap(await importReadingCommand(args({ dryRun: true }), { viewer: null, lessons, now }))
    expect(report).toMatchObject({
      title: "A headline without a stop",
      author: "Noor Ahmadi",
      language: "en",
      task: ["Express your opinion"],
      evidence: { attached: 0, missing: [] },
      readingId: null,
    })
    expect(report.paragraphs[0]?.sentences.map(({ text }) => text)).toEqual([
      "It is so.",
      "They call it “so.”",
    ])
    expect(await database().reading.count()).toBe(before)
  })

  it("saves, and makes the copy of a lesson", async () => {
    const doors = { viewer: teacher, lessons, now }
    const report = unwrap(
      await importReadingCommand(args({ lesson: "fake-neutrality", author: "Else" }), doors),
    )
    expect(copied).toEqual([`fake-neutrality ${report.readingId}`])
    expect(report).toMatchObject({ author: "Else", evidence: { attached: 7, missing: [] } })
    const rehearsed = await importReadingCommand(args({ lesson: "fake-neutrality", dryRun: true }), doors)
    expect(unwrap(rehearsed).evidence.attached).toBe(6)
    expect(copied).toHaveLength(1)
  })

  it("takes a document without a full stop or a headline, names it after its file, and lets it be corrected", async () => {
    const doors = { viewer: teacher, lessons, now }
    const bytes = new Uint8Array(readFileSync("tests/fixtures/docx/tables.docx"))
    const report = unwrap(await importReadingCommand(args({ fileName: "tables.docx", bytes }), doors))
    expect(report.title).toBe("tables")
    expect(report.paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(["Above", "Below"])
    expect(report.warnings.map(({ code }) => code)).toEqual([
      "tablesDropped",
      "noSentenceEnd",
      "titleFromFile",
    ])
    const { readingId } = report
    const { revision } = unwrap(await loadReading(teacher, { readingId: readingId ?? "" }))
    const corrected = { ...readingInput({ paragraphs: ["Above", "Beneath"] }), readingId: revision.readingId }
    const saved = await saveRevision(teacher, { ...corrected, baseRevisionId: revision.revisionId }, now)
    expect(unwrap(saved).number).toBe(2)
  })

  it("refuses with a reason", async () => {
    const doors = { viewer: teacher, lessons, now }
    const codes = await Promise.all(
      [
        args({ fileName: "column.pdf" }),
        args({ bytes: new Uint8Array(0) }),
        args({ bytes: new TextEncoder().encode("It is so. And so it ends.") }),
      ].map((one) => importReadingCommand(one, doors)),
    )
    expect(codes.map((one) => !one.ok && one.refusal.code)).toEqual([
      "reading.unsupportedFile",
      "reading.emptyFile",
      "reading.titleNeeded",
    ])
    const student = { ...doors, viewer: await makeViewer("student") }
    expect(kindOf(await importReadingCommand(args(), student))).toBe("forbidden")
    expect(kindOf(await importReadingCommand(args(), { ...doors, viewer: null }))).toBe("unauthenticated")
  })
})
