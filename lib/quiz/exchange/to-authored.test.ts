import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { itemProblems } from "@/lib/quiz/authored-item"
import type { Answer, ExchangeItem, NumericAnswer } from "@/lib/quiz/exchange/exchange-item"
import { readGift } from "@/lib/quiz/exchange/gift/read-gift"
import { readCloze } from "@/lib/quiz/exchange/moodle/read-cloze"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { GapContent } from "@/lib/quiz/types/gap/shapes"
import { toAuthored } from "./to-authored"

let last = 0
const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`
const means = { newId, gapPrompt: "Fill in the gaps." }
const plain = (text: string) => ({ format: "plain" as const, text })

const file = (answer: Answer, over: Partial<ExchangeItem> = {}): ExchangeItem => ({
  title: null,
  prompt: plain("Which?"),
  points: 1,
  answer,
  feedback: null,
  tags: [],
  category: [],
  ...over,
})

const taken = (item: ExchangeItem) => {
  const made = toAuthored(item, means)
  if (!made.ok) throw new Error(made.code)
  return made
}
const itemOf = (text: string) => readGift(text).items[0]?.value as ExchangeItem

/** The share of the points that an answer of ours earns with the key that was made of the file's. */
function earned(text: string, answer: (content: never) => unknown): [number, number] | string {
  const { type, content, key } = taken(itemOf(text)).item
  const score = itemTypeOf(type).score(key, answer(content as never), content)
  return score.state === "scored" ? [score.share.numerator, score.share.denominator] : score.state
}

type Options = { options: { id: string; text: string }[] }
const pick = (text: string) => (content: Options) => ({
  option: content.options.find((option) => option.text === text)?.id,
})

describe("an item of a file as one of ours", () => {
  it("scores as the file says what is right", () => {
    expect(earned("Who?{=a ~b}", pick("a"))).toEqual([1, 1])
    expect(earned("Who?{=a ~b}", pick("b"))).toEqual([0, 1])
    expect(earned("Is it?{F}", ({ options }: Options) => ({ option: options[1]?.id }))).toEqual([1, 1])
    expect(earned("Who?{=no one =nobody}", () => ({ text: "NOBODY" }))).toEqual([1, 1])
    expect(earned("Many?{#1822:5}", () => ({ text: "1827", unit: null }))).toEqual([1, 1])
    expect(earned("Many?{#1822:5}", () => ({ text: "1828", unit: null }))).toEqual([0, 1])
    const ticked = ({ options }: Options) => ({ options: options.slice(1, 3).map(({ id }) => id) })
    expect(earned("Which two?{~a ~%50%b ~%50%c ~d}", ticked)).toEqual([1, 1])
  })

  it("scores a part of the points, and what is taken away, as the file says", () => {
    const tick =
      (...texts: string[]) =>
      ({ options }: Options) => ({
        options: options.filter(({ text }) => texts.includes(text)).map(({ id }) => id),
      })
    expect(earned("Who?{=a ~%50%b ~c}", pick("b"))).toEqual([1, 2])
    expect(earned("Who?{=a ~%33.33333%b ~%-25%c}", pick("b"))).toEqual([1, 3])
    expect(earned("Who?{=a ~%33.33333%b ~%-25%c}", pick("c"))).toEqual([0, 1])
    const which = "Which?{~%50%a ~%50%b ~%-25%c ~d}"
    expect(earned(which, tick("a", "b"))).toEqual([1, 1])
    expect(earned(which, tick("a", "c"))).toEqual([1, 4])
    expect(earned(which, tick("c"))).toEqual([0, 1])
    expect(earned(which, tick("a", "b", "c", "d"))).toEqual([3, 4])
    expect(earned("Who?{=no one =%50%few people}", () => ({ text: "Few people." }))).toEqual([1, 2])
    expect(earned("Who?{=no one =%10%*}", () => ({ text: "Grant" }))).toEqual([1, 10])
    expect(earned("Which?{~%50%a ~%50%b}", tick("a", "b"))).toEqual([1, 1])
    expect(earned("Which?{~%33%a ~%33%b ~%33%c ~%-50%d}", tick("a", "b", "c"))).toEqual([1, 1])
    const many = (text: string) =>
      earned("Many?{#=1822:0 =%50%1822:2 =%-10%1900}", () => ({ text, unit: null }))
    expect(["1822", "1824", "1825", "1900"].map(many)).toEqual([
      [1, 1],
      [1, 2],
      [0, 1],
      [0, 1],
    ])
  })

  it("scores gaps by their weights, and a number in one within its tolerance", () => {
    const text = "In {2:NUMERICAL:=35:1~%50%36:5} lands, {1:MULTICHOICE:=most~%50%some~none}."
    const cloze = readCloze({ format: "plain", text })
    if (!cloze.ok) throw new Error(cloze.code)
    const { item, warnings } = taken(file(cloze.answer))
    const { pieces } = item.content as GapContent
    const [number, list] = pieces.filter((piece) => "gap" in piece)
    const idOf = (text: string) => list?.options?.find((one) => one.text === text)?.id ?? ""
    const share = (typed: string, chosen: string) => {
      const gaps = { [number?.gap ?? ""]: typed, [list?.gap ?? ""]: idOf(chosen) }
      const score = itemTypeOf("gap").score(item.key, { gaps }, item.content)
      return score.state === "scored" ? `${score.share.numerator}/${score.share.denominator}` : score.state
    }
    expect(warnings).toEqual([])
    expect(share("36.0", "most")).toBe("1/1")
    expect(share("40", "most")).toBe("2/3")
    expect(share("35", "some")).toBe("5/6")
    expect(share("many", "none")).toBe("0/1")
    expect(JSON.stringify(item.content)).not.toContain("35")
  })

  it("takes a span as its exact middle and half its width", () => {
    const span = (low: string, high: string): NumericAnswer => ({
      accepts: { kind: "range", low, high },
      percent: 100,
      feedback: null,
    })
    const key = (low: string, high: string) =>
      taken(file({ type: "numeric", answers: [span(low, high)], units: [] })).item.key
    expect(key("1", "5")).toMatchObject({ answer: "3", tolerance: { amount: "2" } })
    expect(key("0.1", "0.25")).toMatchObject({ answer: "0.175", tolerance: { amount: "0.075" } })
    expect(key("-1", "2")).toMatchObject({ answer: "0.5", tolerance: { amount: "1.5" } })
  })

  it("keeps an option’s comment beside the option, and what is said in general as the explanation", () => {
    const { item } = taken(itemOf("Who?{=a#Yes. ~b#No. ####In all.}"))
    const [a, b] = (item.content as Options).options
    expect(item.feedback).toEqual({ options: { [a?.id ?? ""]: "Yes.", [b?.id ?? ""]: "No." } })
    expect(item.explanation).toBe("In all.")
  })

  it.each([
    ["Who?{=a ~%50%b ~c}", []],
    ["Which?{~%-50%a ~%50%b ~%50%c}", []],
    ["Which?{~%33%a ~%33%b ~%33%c ~d}", ["sharesEvened"]],
    ["Which?{~%33.3%a ~%33.3%b ~%33.3%c ~d}", ["sharesEvened"]],
    ["Which?{~%33.33%a ~%33.33%b ~%33.33%c ~d}", []],
    ["Which?{~%50%a ~%25%b ~c}", ["sharesBelowWhole"]],
    ["Who?{=a =%50%b}", []],
    ["Who?{=a* =b}", ["starsAreLetters"]],
    ["Who?{=a#One. =b#Two.}", []],
    ["Who?{=a#Yes. =%0%*#No.}", []],
    ["Who?{=a =%10%*#Anything.}", []],
    ["Who?{=*}", ["starsAreLetters"]],
    ["Which?{~%33%a ~%33.33333%b ~%33.33333%c ~%-50%d}", ["sharesEvened"]],
    ["Which?{~%50%a ~%50%b}", []],
    ["Many?{#=3:0 =%50%3:1}", []],
    ["Many?{#=3:0 ~#No.}", []],
    ["Many?{#=3:0 ~#No. ~#Never.}", ["secondOtherNotKept"]],
    ["Why?{}", ["needsRubric"]],
    ["It {=is ~was} so.", []],
  ])("%s names what is lost", (text, warnings) => {
    expect(taken(itemOf(text)).warnings).toEqual(warnings)
  })

  it("keeps several whole answers of which one may be chosen", () => {
    const choices = ["a", "b", "c"].map((text, at) => ({
      text: plain(text),
      percent: at < 2 ? 100 : 0,
      feedback: null,
    }))
    const { item, warnings } = taken(file({ type: "single", choices }))
    const [first, second] = (item.content as Options).options
    expect(item.key).toMatchObject({ answer: first?.id, shares: { [second?.id ?? ""]: 100 } })
    expect(warnings).toEqual([])
  })

  it("says so where points, titles and tags do not fit", () => {
    const { item, warnings } = taken(
      file({ type: "long" }, { points: 2.5, title: "t".repeat(200), tags: Array.from("abcdefghij") }),
    )
    expect(item).toMatchObject({ points: 3, title: "t".repeat(120), skills: Array.from("abcdefgh") })
    expect(warnings).toEqual(["needsRubric", "pointsRounded", "textCut", "tagsCut"])
    const comment = plain("w".repeat(601))
    const wordings = [
      { text: "a", percent: 100, feedback: null },
      { text: "b", percent: 50, feedback: comment },
    ]
    expect(taken(file({ type: "short", wordings, ignoreCase: true })).warnings).toEqual(["textCut"])
  })

  it("takes a text without a question as one, whatever points the file gives it", () => {
    const long = plain("w".repeat(3000))
    const { item, warnings } = taken(file({ type: "note" }, { points: 0, prompt: long, tags: ["RI.1"] }))
    expect(item).toMatchObject({ type: "note", level: "my_view", content: {}, key: null, prompt: long.text })
    expect(warnings).toEqual([])
    expect(taken(file({ type: "note" }, { feedback: plain("So.") })).warnings).toEqual(["noteComment"])
    expect(toAuthored(file({ type: "note" }, { prompt: plain("w".repeat(6001)) }), means)).toMatchObject({
      ok: false,
      code: "promptTooLong",
    })
  })

  it("never makes a key of an opinion", () => {
    const { item } = taken(file({ type: "poll", options: ["Yes", "No"] }))
    expect(item).toMatchObject({ level: "my_view", key: null })
  })

  it.each([
    [
      "a question too long for us",
      file({ type: "long" }, { prompt: plain("w".repeat(1001)) }),
      "promptTooLong",
    ],
    ["options that say the same", itemOf("Who?{=a ~a ~b}"), "problems.sameOption"],
    [
      "more options than an item has",
      file({
        type: "single",
        choices: Array.from({ length: 9 }, (_, at) => ({
          text: plain(`${at}`),
          percent: at === 0 ? 100 : 0,
          feedback: null,
        })),
      }),
      "problems.shape",
    ],
    ["only part answers", itemOf("Who?{=%50%a =%25%b}"), "problems.noWholeAnswer"],
  ])("refuses %s, and says why", (_, item, code) => {
    expect(toAuthored(item, means)).toMatchObject({ ok: false, code })
  })

  it("needs nothing but a rubric to be given to a class", () => {
    const folder = path.resolve(import.meta.dirname, "../../../tests/fixtures/gift")
    const files = readdirSync(folder).filter((name) => name.endsWith(".gift"))
    const items = files.flatMap((name) => readGift(readFileSync(path.join(folder, name), "utf8")).items)
    const made = items.map(({ value }) => toAuthored(value, means))
    expect(made.filter((one) => one.ok).length).toBeGreaterThan(45)
    for (const one of made)
      if (one.ok && one.item.type !== "long") expect(itemProblems(one.item, new Set())).toEqual([])
  })
})
