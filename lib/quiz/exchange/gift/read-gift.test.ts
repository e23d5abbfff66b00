import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Answer, Choice, RichText, Wording } from "@/lib/quiz/exchange/exchange-item"
import { readGift } from "./read-gift"

const folder = path.resolve(import.meta.dirname, "../../../../tests/fixtures/gift")
const files = readdirSync(folder).filter((name) => name.endsWith(".gift"))
const textOf = (name: string) => readFileSync(path.join(folder, name), "utf8")

/** One question as the fixtures have it (gift-pegjs). */
type Expected = {
  type: string
  title: string | null
  tags: string[] | null
  stem: RichText
  globalFeedback?: RichText | null
  isTrue?: boolean
  trueFeedback?: RichText | null
  falseFeedback?: RichText | null
  choices?: unknown
  matchPairs?: { subquestion: RichText; subanswer: string }[]
}

const TYPES: Record<string, Answer["type"][]> = {
  MC: ["single", "multiple", "gap"],
  TF: ["true-false"],
  Short: ["short", "gap"],
  Numerical: ["numeric"],
  Matching: ["matching"],
  Essay: ["long"],
  Description: ["note"],
}

/** The fixtures put a space before what follows a gap, whether the file has one or not. */
const even = (text: string | undefined) =>
  (text ?? "")
    .replace(/\s+/g, " ")
    .replace(/ ?_{5} ?/g, " _____ ")
    .trim()
const evenText = (text: RichText | null | undefined) => text && { ...text, text: even(text.text) }

type ExpectedChoice = { isCorrect: boolean; weight: number | null; text: RichText; feedback: RichText | null }

const expectedChoices = (choices: ExpectedChoice[]) =>
  choices.map(({ text, feedback, weight, isCorrect }) => [
    even(text.text),
    weight ?? (isCorrect ? 100 : 0),
    evenText(feedback) ?? null,
  ])

function choicesOf(answer: Answer): unknown {
  const gap = answer.type === "gap" ? answer.pieces.find((piece) => typeof piece !== "string") : null
  const held = (gap ?? answer) as { choices?: Choice[]; wordings?: Wording[] }
  const choices = held.choices?.map(({ text, ...rest }) => ({ ...rest, text: text.text }))
  return (choices ?? held.wordings)?.map(({ text, percent, feedback }) => [
    even(text),
    percent,
    evenText(feedback) ?? null,
  ])
}

describe("GIFT files written elsewhere", () => {
  it.each(files)("%s: types, titles, prompts, keys, shares and feedback", (name) => {
    const expected = (JSON.parse(textOf(name.replace(/gift$/, "json"))) as Expected[]).filter(
      ({ type }) => type !== "Category",
    )
    const { items, skipped } = readGift(textOf(name))
    expect(skipped).toEqual([])
    expect(items).toHaveLength(expected.length)
    for (const [at, wanted] of expected.entries()) {
      const item = items[at]?.value
      const answer = item?.answer as Answer
      expect(TYPES[wanted.type]).toContain(answer.type)
      expect(item?.title).toBe(wanted.title)
      expect(evenText(item?.prompt)).toEqual(evenText(wanted.stem))
      expect(evenText(item?.feedback) ?? null).toEqual(evenText(wanted.globalFeedback) ?? null)
      expect(item?.tags).toEqual(wanted.tags ?? [])
      if (answer.type === "numeric") expect(numbersOf(answer)).toEqual(expectedNumbers(wanted.choices))
      if (["MC", "Short"].includes(wanted.type)) expectChoices(wanted.choices as ExpectedChoice[], answer)
      if (answer.type === "true-false")
        expect([answer.isTrue, answer.whenWrong, answer.whenRight]).toEqual([
          wanted.isTrue,
          wanted.trueFeedback,
          wanted.falseFeedback,
        ])
      if (answer.type === "matching")
        expect(answer.pairs).toEqual(
          wanted.matchPairs?.map(({ subquestion, subanswer }) => ({ row: subquestion, match: subanswer })),
        )
    }
  })
})

type ExpectedNumber = {
  weight: number | null
  isCorrect: boolean
  text: { number?: number; range?: number; text?: string }
  feedback: RichText | null
}

/** The fixtures have one number alone, or several answers, the last of them perhaps a star. */
function expectedNumbers(choices: unknown) {
  const alone = (text: ExpectedNumber["text"]) => [{ weight: null, isCorrect: true, text, feedback: null }]
  const list = Array.isArray(choices) ? (choices as ExpectedNumber[]) : alone(choices as object)
  return list.map(({ weight, isCorrect, text, feedback }) => [
    text.text === "*" ? "*" : `${text.number}:${text.range ?? 0}`,
    weight ?? (isCorrect ? 100 : 0),
    feedback,
  ])
}

const numbersOf = ({ answers }: Extract<Answer, { type: "numeric" }>) =>
  answers.map(({ accepts, percent, feedback }) => [
    accepts.kind === "tolerance" ? `${accepts.number}:${accepts.tolerance}` : "*",
    percent,
    feedback,
  ])

/** Where several options are wholly right, ours share the points: a question that asks for all of them. */
function expectChoices(expected: ExpectedChoice[], answer: Answer): void {
  const whole = expected.filter(({ weight, isCorrect }) => isCorrect && weight === null)
  if (answer.type !== "multiple" || whole.length === 0)
    expect(choicesOf(answer)).toEqual(expectedChoices(expected))
  else {
    const shared = expected.map((one) => (one.isCorrect ? { ...one, weight: 100 / whole.length } : one))
    expect(choicesOf(answer)).toEqual(expectedChoices(shared))
  }
}

const good = (name: string) => `::${name}::Which?{=right ~wrong}`
const untitled = (name: string) => `${name}?{=right ~wrong}`

describe("what is wrong with one question", () => {
  it.each([
    ["a brace never closed", "Who?{=a ~b", "braceNotClosed", 5],
    ["a brace never opened", "Who? =a}", "braceNotOpened", 5],
    ["two pairs of braces", "Who {=a ~b} and {=c ~d}?", "secondBraces", 5],
    ["a title that goes on", "::Who?{=a ~b}", "titleNotClosed", 5],
    ["no right option", "Who?{~a ~b}", "noRightOption", 5],
    ["one option", "Who?{~%100%a}", "oneOption", 5],
    ["no number", "How many?{#many}", "notANumber", 5],
    ["a pair without an arrow", "Match.{=a -> b\n=c}", "pairWithoutArrow", 5],
    ["more than all", "Who?{~%120%a =b}", "percentTooGreat", 5],
    ["a pair whose match is empty", "Match.{=a -> 1\n=b -> 2\n=c ->}", "emptyMatch", 5],
    ["one pair", "Match.{=a -> 1\n= -> 2}", "onePair", 5],
    ["words before the first option", "Who?{c ~a =b}", "giftBeforeFirst", 5],
    ["words before the first right answer", "Who?{b =a}", "giftBeforeFirst", 5],
    ["an empty answer", "Who?{=a =}", "emptyAnswer", 5],
    ["an answer for more than all", "Who?{=%120%a}", "percentTooGreat", 5],
    ["an answer that takes more than all", "Who?{=a =%-120%b}", "percentTooGreat", 5],
    ["no answer that counts", "Who?{=%0%a =%-50%b}", "noRightAnswer", 5],
    ["no prompt", "::T::{=a ~b}", "noPrompt", 5],
    ["answers on a later line", "Who\nis it?\n{~a ~b}", "noRightOption", 7],
  ])("%s is told with its line, and no other question is lost", (_, bad, code, line) => {
    const { items, skipped } = readGift(`// two good ones\n${good("one")}\n\n\n${bad}\n\n${good("two")}\n`)
    expect(skipped).toEqual([expect.objectContaining({ code, line })])
    expect(items.map(({ value }) => value.title)).toEqual(["one", "two"])
  })
})

describe("the rest of the format", () => {
  const only = (text: string) => readGift(text).items[0]?.value
  it.each([
    ["{#1..5}", { kind: "range", low: "1", high: "5" }],
    ["{#3,14:0,01}", { kind: "tolerance", number: "3.14", tolerance: "0.01" }],
    ["{#-2.5e3}", { kind: "tolerance", number: "-2.5e3", tolerance: "0" }],
  ])("reads %s", (braces, accepts) => {
    expect(only(`How many?${braces}`)?.answer).toMatchObject({ type: "numeric", answers: [{ accepts }] })
  })

  it.each([
    ["What is pi? {#3.14:0.01}.", "numeric", "What is pi?"],
    ['A truth.{F#No.#Yes.}";', "true-false", "A truth."],
    ["Who? {=a ~b} .", "single", "Who?"],
    ["Two plus two equals {#4}.", "gap", "Two plus two equals _____."],
    ["Is it? {=a ~b} indeed", "gap", "Is it? _____ indeed"],
    ["Is it? {=a ~b} 2 of 2", "gap", "Is it? _____ 2 of 2"],
  ])("takes what stands behind the braces of %s for a gap only where it goes on", (text, type, prompt) => {
    expect(readGift(text).items.map(({ value }) => [value.answer.type, value.prompt.text])).toEqual([
      [type, prompt],
    ])
  })

  it("parts questions by their titles, and by a comment with a tag, where blank lines were forgotten", () => {
    const file =
      "::A::Who?{=a ~b}\n::B::Is it?{T}\n// [tag:RI.1]\nWhat is {=it\n~not it\n} now?\n::C::\nWhy?{}"
    const { items, skipped } = readGift(file)
    expect(skipped).toEqual([])
    expect(items.map(({ line, value }) => [line, value.title, value.answer.type, value.tags])).toEqual([
      [1, "A", "single", []],
      [2, "B", "true-false", []],
      [4, null, "gap", ["RI.1"]],
      [7, "C", "long", []],
    ])
  })

  it("reads a right option behind both of its marks, as older files have it", () => {
    expect(only("Who?{~=a ~b}")?.answer).toMatchObject({ choices: [{ percent: 100 }, { percent: 0 }] })
    expect(readGift("Who?{~ ~=a}").skipped).toMatchObject([{ code: "emptyOption" }])
  })

  it.each([
    ["{#1,000}", 1],
    ["{#=2,718:0,001}", 1],
    ["{#0,500}", 0],
    ["{#3,14:0,01}", 0],
    ["{#1822:2}", 0],
  ])("says of %s that its comma is a decimal one: %i times", (braces, times) => {
    const { warnings } = readGift(`How many?${braces}`)
    expect(warnings.filter(({ code }) => code === "commaDecimal")).toHaveLength(times)
  })

  it("reads matches that belong to no row", () => {
    expect(only("Match.{=a -> 1 =b -> 2 = -> 3}")?.answer).toMatchObject({ type: "matching", extra: ["3"] })
  })

  it("reads an answer without a mark as one that counts, but true and false as themselves", () => {
    expect(only("The word for 1?{One}")?.answer).toMatchObject({ type: "short" })
    expect(only("Is it?{true}")?.answer).toMatchObject({ type: "true-false", isTrue: true })
  })

  it("puts items where the file's categories say", () => {
    const { items } = readGift(
      `$CATEGORY: $course$/top/Russia/War // and peace\n\n${good("a")}\n\n$CATEGORY: Trade\n${good("b")}`,
    )
    expect(items.map(({ value }) => value.category)).toEqual([["Russia", "War / and peace"], ["Trade"]])
  })

  it("reads a question whose answers are parted by blank lines", () => {
    expect(readGift(`Which?{\n\n=right\n\n~wrong\n}\n\n${good("b")}`).items).toHaveLength(2)
  })

  it("does not take a file's line ends for anything", () => {
    const text = textOf("options1.gift")
    const values = (file: string) => readGift(file).items.map(({ value }) => value)
    expect(values(text.replaceAll("\n", "\r\n"))).toEqual(values(text))
  })
})

describe("any file", () => {
  it("is read without throwing, however it was cut or changed, and no line is out of it", () => {
    const whole = files.map(textOf).join("\n\n")
    const marks = fc.constantFrom(
      "{",
      "}",
      "~",
      "=",
      "#",
      "::",
      "\\",
      "\n",
      "->",
      "%",
      "//",
      "\u200b",
      "é",
      "",
    )
    const change = fc.tuple(fc.nat(whole.length), fc.nat(40), marks)
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(whole.length), (changes, cut) => {
        let text = whole
        for (const [at, gone, put] of changes) text = text.slice(0, at) + put + text.slice(at + gone)
        text = text.slice(0, cut)
        const { items, skipped, warnings } = readGift(text)
        const last = text.split("\n").length
        const lines = [...items, ...skipped, ...warnings].map(({ line }) => line)
        expect(Math.min(1, ...lines)).toBe(1)
        expect(Math.max(1, ...lines)).toBeLessThanOrEqual(last)
      }),
      { numRuns: 80 },
    )
  })

  it("loses no good question to a bad neighbour", () => {
    const bad = fc.constantFrom("Who?{=a", "Who? a}", "::T", "x{#y}", "{", "}", "a{b}c{d}")
    fc.assert(
      fc.property(fc.array(fc.option(bad), { maxLength: 12 }), (blocks) => {
        const text = blocks.map((block, at) => block ?? untitled(`q${at}`)).join("\n\n")
        const prompts = readGift(text).items.map(({ value }) => value.prompt.text)
        const wanted = blocks.flatMap((block, at) => (block ? [] : [`q${at}?`]))
        expect(prompts.filter((prompt) => prompt.startsWith("q"))).toEqual(wanted)
      }),
    )
  })
})
