import fc from "fast-check"
import { describe, expect, it } from "vitest"
import lessonWords from "@/lib/platform/messages/en/lesson.json"
import quizWords from "@/lib/platform/messages/en/quiz.json"
import { itemTypeNames } from "@/lib/quiz/item-types"
import { anyLesson } from "./any-lesson"
import type { Fault } from "./fault"
import type { LessonParts } from "./lesson-parts"
import { placeInWords } from "./place-in-words"
import { type ReadLesson, readLessonFile } from "./read-lesson-file"
import { writeLessonFile } from "./write-lesson-file"

/** Ids that differ from every other, are the same in every run, and sort in another order than they are made in. */
function means() {
  let count = 0
  const next = () => {
    const mixed = Math.imul(++count, 0x9e3779b1) >>> 0
    return `${mixed.toString(16).padStart(8, "0")}-0000-4000-8000-${count.toString(16).padStart(12, "0")}`
  }
  return { newSentenceId: next, newOptionId: next }
}

const read = (content: string | Uint8Array, fileName = "a.colloquy.json") =>
  readLessonFile(
    { bytes: typeof content === "string" ? new TextEncoder().encode(content) : content, fileName },
    means(),
  )

function lessonOf(content: string | Uint8Array): ReadLesson {
  const outcome = read(content)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  if (outcome.value.state === "faulty") throw new Error(JSON.stringify(outcome.value.faults))
  return outcome.value.value
}

const faultsOf = (content: string): Fault[] => {
  const outcome = read(content)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.state === "faulty"
    ? outcome.value.faults
    : outcome.value.value.leftOut.flatMap(({ faults }) => faults)
}

const codeOf = (content: string | Uint8Array, fileName?: string) => {
  const outcome = read(content, fileName)
  return outcome.ok ? outcome.value.state : outcome.refusal.code
}

const [example = {} as LessonParts] = fc.sample(anyLesson, { seed: 7, numRuns: 1 })
const document = () => JSON.parse(writeLessonFile(example))
type Document = ReturnType<typeof document>
/** The example's file with something changed in it. */
const changed = (change: (file: Document) => void): string => {
  const file = document()
  change(file)
  return JSON.stringify(file)
}
const itemOf = (file: Document, type: string) =>
  file.items.find((item: { type: string }) => item.type === type)

describe("a lesson out of a file", () => {
  it("is the lesson that went in, whatever it is: written once more it is the same to the byte", () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const file = writeLessonFile(lesson)
        const back = lessonOf(file)
        expect(back.leftOut).toEqual([])
        expect(back.lesson.items).toHaveLength(itemTypeNames.length)
        expect(writeLessonFile(back.lesson)).toBe(file)
      }),
      { numRuns: 300 },
    )
  })

  it("keeps no id of where it came from, and its file has none", () => {
    const file = writeLessonFile(example)
    expect(file).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
    const ids = (parts: LessonParts) => JSON.stringify(parts).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    const before = new Set(ids(example))
    expect(before.size).toBeGreaterThan(10)
    expect(ids(lessonOf(file).lesson).filter((id) => before.has(id))).toEqual([])
  })

  it("is written the same whatever order a database keeps the names of an object in", () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .map(([name, one]) => [name, turned(one)])
                .reverse(),
            )
          : value
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        expect(writeLessonFile(turned(lesson) as LessonParts)).toBe(writeLessonFile(lesson))
      }),
      { numRuns: 50 },
    )
  })

  it("is the same lesson with a byte order mark, other line ends, as UTF-16 and without blanks", () => {
    const file = writeLessonFile(example)
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${file}`, "utf16le"))
    for (const other of [
      `\ufeff${file}`,
      file.replaceAll("\n", "\r\n"),
      utf16,
      JSON.stringify(JSON.parse(file)),
    ])
      expect(writeLessonFile(lessonOf(other).lesson)).toBe(file)
  })
})

describe("a file that is no lesson", () => {
  it.each([
    ["::Q::Who?{=a ~b}", "quiz.txt", "lesson.fileIsGift"],
    ['<?xml version="1.0"?><quiz></quiz>', "quiz.xml", "lesson.fileIsMoodle"],
    ["<!doctype html><p>x", "page.html", "lesson.fileIsHtml"],
    ["Question;Option A;Right\nx;y;A", "quiz.csv", "lesson.fileIsTable"],
    ["Once there was a text.", "text.txt", "lesson.fileIsText"],
    ['{"a": 1}', "a.json", "lesson.fileOtherJson"],
    ["[]", "a.json", "lesson.fileIsText"],
    ["PK\u0003\u0004", "a.zip", "lesson.fileIsZip"],
    ["PK\u0003\u0004", "a.docx", "lesson.fileIsWord"],
    ["%PDF-1.7", "a.pdf", "lesson.fileIsPdf"],
    ["", "a.colloquy.json", "lesson.fileEmpty"],
    ["{abcdefgh\u0000", "a.colloquy.json", "lesson.fileBinary"],
    ['{"format": "colloquy-lesson", "version": 2}', "a.json", "lesson.fileLater"],
    ['{"format": "colloquy-lesson", "version": "1"}', "a.json", "lesson.fileVersion"],
    ['{"format": "colloquy-lesson"}', "a.json", "lesson.fileVersion"],
  ])("%j as %s is told: %s", (text, fileName, code) => {
    expect(codeOf(text, fileName)).toBe(code)
  })

  it("is refused when it weighs too much, or is in an encoding nothing names", () => {
    expect(codeOf(new Uint8Array(8 * 1024 * 1024 + 1).fill(32))).toBe("lesson.fileTooLarge")
    const latin = Buffer.from(writeLessonFile({ ...example, title: "Où?" }), "latin1")
    expect(codeOf(new Uint8Array(latin))).toBe("lesson.fileEncoding")
  })

  it("that breaks off is told with its line", () => {
    const file = writeLessonFile(example)
    const cut = file.slice(0, file.indexOf('"reading"') + 30)
    const outcome = read(cut)
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: "lesson.fileBroken", params: { line: cut.split("\n").length } },
    })
  })
})

describe("something wrong in a lesson's file", () => {
  it("is told with its place", () => {
    const wrong = changed((file) => {
      file.title = 3
      file.reading.sourceUrl = "javascript:alert(1)"
      delete file.reading.language
      file.prompts = ["x".repeat(601)]
      file.more = true
    })
    expect(faultsOf(wrong)).toEqual(
      expect.arrayContaining([
        { path: ["title"], reason: "lesson.exchange.reasons.wrongType", params: { expected: "string" } },
        { path: ["reading", "sourceUrl"], reason: "lesson.exchange.reasons.address" },
        { path: ["reading", "language"], reason: "lesson.exchange.reasons.missing" },
        { path: ["prompts", 0], reason: "lesson.exchange.reasons.tooLong", params: { most: 600 } },
        { path: [], reason: "lesson.exchange.reasons.unknownPart", params: { name: "more" } },
      ]),
    )
  })

  it("of one question leaves the others, and is told with its place", () => {
    const wrong = changed((file) => {
      itemOf(file, "single").content.options[1].text = "x".repeat(501)
      itemOf(file, "matching").type = "hotspot"
      itemOf(file, "ordering").content.steps[0].id = "step-2"
      itemOf(file, "poll").key = { answer: "option-1" }
      itemOf(file, "short").pool = "nowhere"
    })
    const { lesson, leftOut } = lessonOf(wrong)
    expect(lesson.items).toHaveLength(itemTypeNames.length - 5)
    const told = leftOut.map(({ faults }) => faults[0])
    const at = (type: string) => document().items.findIndex((item: { type: string }) => item.type === type)
    expect(told).toEqual(
      expect.arrayContaining([
        {
          path: ["items", at("single"), "content", "options", 1, "text"],
          reason: "lesson.exchange.reasons.tooLong",
          params: { most: 500 },
        },
        {
          path: ["items", at("matching"), "type"],
          reason: "lesson.exchange.reasons.unknownType",
          params: { name: "hotspot" },
        },
        {
          path: ["items", at("short"), "pool"],
          reason: "lesson.exchange.reasons.unknownPool",
          params: { name: "nowhere" },
        },
      ]),
    )
    expect(leftOut.map(({ at: place }) => place).sort()).toEqual(
      ["single", "matching", "ordering", "poll", "short"].map(at).sort(),
    )
  })

  it("is a name that stands for nothing, an id of somebody else's row among them", () => {
    const stranger = "0190a1b2-0000-7000-8000-000000000000"
    const wrong = changed((file) => {
      const item = itemOf(file, "evidence")
      item.key = { evidence: { quotes: [], sentences: [stranger] } }
      itemOf(file, "single").key = { answer: stranger, evidence: { quotes: [], sentences: [] } }
    })
    expect(faultsOf(wrong).map(({ reason, params }) => [reason.split(".").at(-1), params?.name])).toEqual(
      expect.arrayContaining([
        ["unknownSentence", stranger],
        ["unknownName", stranger],
      ]),
    )
    expect(lessonOf(wrong).leftOut).toHaveLength(2)
  })

  it("is what no database can hold, and what goes on for ever", () => {
    expect(faultsOf(changed((file) => file.prompts.push("a\u0000")))).toMatchObject([
      { path: ["prompts", example.prompts.length], reason: "lesson.exchange.reasons.unstorable" },
    ])
    expect(faultsOf(changed((file) => Object.assign(file, { title: "\ud83d" })))).toMatchObject([
      { path: ["title"] },
    ])
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`
    const file = JSON.stringify({ ...document(), items: 0 }).replace('"items":0', `"items":${deep}`)
    expect(faultsOf(file)).toMatchObject([{ reason: "lesson.exchange.reasons.tooDeep" }])
    const wide = changed((one) =>
      Object.assign(one.items[0], { content: Array.from({ length: 400_000 }, () => 0) }),
    )
    expect(faultsOf(wide)).toMatchObject([{ path: [], reason: "lesson.exchange.reasons.tooMuch" }])
  })
})

/** Whether the sentence of a fault, and those of its place, are written. */
function isSaid({ path, reason }: Fault): boolean {
  const words = { lesson: lessonWords, quiz: quizWords }
  const sentence = reason
    .split(".")
    .reduce<unknown>((within, name) => (within as Record<string, unknown>)?.[name], words)
  const places: Record<string, string> = lessonWords.exchange.places
  return typeof sentence === "string" && placeInWords(path, []).every(({ word }) => word in places)
}

/** Any place of a document, and something else put there. */
function mutate(value: unknown, pick: number, other: unknown): unknown {
  let left = pick
  const walk = (one: unknown): unknown => {
    if (left-- === 0) return other
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== "object" || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, within]) => [name, walk(within)]))
  }
  return walk(value)
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    "",
    " ",
    "option-1",
    "gone-1",
    "1.1",
    "__proto__",
    "\u0000",
    "\ud800",
    [],
    {},
  ),
  fc.constant("x".repeat(7000)),
  fc.constant({ __proto__: null, constructor: 1, toString: 2 }),
  fc.jsonValue(),
)

describe("10,000 damaged files", () => {
  it("give a lesson, or a refusal with a place: never a crash, and never what cannot be written again", () => {
    const whole = document()
    const text = writeLessonFile(example)
    const seen = { read: 0, faulty: 0, refused: 0, leftOut: 0 }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(fc.nat(900), odd).map(([pick, other]) => JSON.stringify(mutate(whole, pick, other))),
          fc
            .tuple(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 3 }))
            .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length)),
          fc.nat(text.length).map((at) => text.slice(0, at)),
        ),
        (damaged) => {
          const outcome = read(damaged)
          if (!outcome.ok) {
            seen.refused++
            expect(lessonWords.refusals).toHaveProperty(outcome.refusal.code.replace("lesson.", ""))
          } else if (outcome.value.state === "faulty") {
            seen.faulty++
            expect(outcome.value.faults.length).toBeGreaterThan(0)
            expect(outcome.value.faults.filter((one) => !isSaid(one))).toEqual([])
          } else {
            seen.read++
            const { lesson, leftOut } = outcome.value.value
            seen.leftOut += leftOut.length
            expect(leftOut.every(({ faults }) => faults.length > 0)).toBe(true)
            expect(leftOut.flatMap(({ faults }) => faults).filter((one) => !isSaid(one))).toEqual([])
            // What was read is a lesson of its own: it goes through a file as any other. Every third time, for the time it takes.
            if (seen.read % 3 !== 0) return
            const again = writeLessonFile(lesson)
            const back = lessonOf(again)
            expect(back.leftOut).toEqual([])
            expect(writeLessonFile(back.lesson)).toBe(again)
          }
        },
      ),
      { numRuns: 10_000 },
    )
    // The mutations reach every outcome; a test that only ever met one would say little.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100)
  }, 300_000)
})
