import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AUTHORS_ORDER } from "@/lib/quiz/shuffle"
import { classification } from "@/lib/quiz/types/classification/classification"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const categories = [
  { id: id(1), text: "Mir claims it" },
  { id: id(2), text: "Others claim it" },
  { id: id(3), text: "A fact" },
]
const statements = [
  { id: id(4), text: "It is fake neutrality." },
  { id: id(5), text: "It takes no side." },
  { id: id(6), text: "35 countries abstained." },
  { id: id(7), text: "He was voted out." },
]
const content = { categories, statements }
const key = { places: { [id(4)]: id(1), [id(5)]: id(2), [id(6)]: id(3), [id(7)]: id(3) } }
const none = new Set<string>()
const places = (...chosen: (string | null)[]) => ({
  places: Object.fromEntries(statements.map((one, at) => [one.id, chosen[at] ?? null])),
})
const scored = (numerator: number, denominator: number, answer: boolean) => ({
  state: "scored",
  share: { numerator, denominator },
  finding: { answer },
})

describe("classification", () => {
  it.each([
    ["everything in its place", places(id(1), id(2), id(3), id(3)), scored(1, 1, true)],
    ["one statement astray", places(id(1), id(1), id(3), id(3)), scored(3, 4, false)],
    ["one placed rightly, the rest open", places(id(1)), scored(1, 4, false)],
    ["everything in one category", places(id(3), id(3), id(3), id(3)), scored(1, 2, false)],
    ["nothing right", places(id(2), id(1), id(1), id(2)), scored(0, 1, false)],
  ])("scores %s", (_, value, expected) => {
    expect(classification.score(key, value, content)).toEqual(expected)
  })

  it("takes statements that are all open for unanswered, never for a zero", () => {
    for (const value of [null, places(), { places: {} }, { places: [] }])
      expect(classification.score(key, value, content)).toEqual({ state: "unanswered" })
  })

  it.each([
    ["all placed", places(id(1), id(2), id(3), id(3)), "answered"],
    ["one placed", places(id(1)), "incomplete"],
    ["only one statement named", { places: { [id(4)]: id(1) } }, "incomplete"],
    ["none placed", places(), "unanswered"],
    ["a category that is not there", { places: { [id(4)]: id(9) } }, "invalid"],
    ["a statement that is not there", { places: { [id(9)]: id(1) } }, "invalid"],
    ["a statement for a category", { places: { [id(4)]: id(5) } }, "invalid"],
    ["a statement twice, in several categories", { places: { [id(4)]: [id(1), id(2)] } }, "invalid"],
    ["a list of pairs", { places: [[id(4), id(1)]] }, "invalid"],
    ["a number", { places: { [id(4)]: 1 } }, "invalid"],
    ["10,000 characters", { places: { [id(4)]: "x".repeat(10_000) } }, "invalid"],
    ["an id with a zero-width mark", { places: { [id(4)]: `${id(1)}\u200B` } }, "invalid"],
    ["a name of every object", { places: { toString: id(1) } }, "invalid"],
    ["something more", { ...places(id(1)), also: 1 }, "invalid"],
    ["nothing", {}, "invalid"],
    ["words", "places", "invalid"],
  ])("checks %s", (_, value, state) => {
    expect(classification.check(content, value, none)).toBe(state)
  })

  const chosen = fc.array(fc.constantFrom(null, ...categories.map((one) => one.id)), {
    minLength: 4,
    maxLength: 4,
  })

  it("keeps the share within the item, and never lowers it when a statement is put right", () => {
    fc.assert(
      fc.property(chosen, fc.nat(3), (given, at) => {
        const shareOf = (list: (string | null)[]) => {
          const result = classification.score(key, places(...list), content)
          return result.state === "scored" ? result.share.numerator / result.share.denominator : 0
        }
        const right = Object.values(key.places)
        const mended = given.map((one, place) => (place === at ? (right[place] ?? null) : one))
        expect(shareOf(given)).toBeGreaterThanOrEqual(0)
        expect(shareOf(mended)).toBeLessThanOrEqual(1)
        expect(shareOf(mended)).toBeGreaterThan(shareOf(given) - 1e-9)
      }),
    )
  })

  it("shuffles statements by the sitting alone, and never the categories", () => {
    fc.assert(
      fc.property(chosen, fc.integer({ min: 1, max: 2 ** 31 }), (given, seed) => {
        const shown = classification.present(content, seed) as typeof content
        expect(shown.categories).toEqual(categories)
        expect(classification.present({ categories, statements: statements.toReversed() }, seed)).toEqual(
          shown,
        )
        expect(classification.score(key, places(...given), shown)).toEqual(
          classification.score(key, places(...given), content),
        )
      }),
    )
    expect(classification.present(content, AUTHORS_ORDER)).toEqual(content)
  })

  it("tells each statement, and where it belongs", () => {
    expect(classification.parts(content, places(id(1), id(3)), key).slice(0, 3)).toEqual([
      {
        id: id(4),
        label: "It is fake neutrality.",
        text: "Mir claims it",
        isRight: true,
        rightText: "Mir claims it",
      },
      { id: id(5), label: "It takes no side.", text: "A fact", isRight: false, rightText: "Others claim it" },
      { id: id(6), label: "35 countries abstained.", text: null, isRight: null, rightText: "A fact" },
    ])
    expect(classification.parts(content, places(id(1)), null)[0]).toMatchObject({
      isRight: null,
      rightText: null,
    })
  })

  it("tells an author what to mend", () => {
    const codes = (shown: object, right: object | null = key) =>
      classification.problems({ content: { ...content, ...shown }, key: right }, none).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({}, null)).toEqual([])
    expect(codes({ categories: categories.slice(0, 1) })).toEqual(["tooFewCategories", "statementUnplaced"])
    expect(codes({ statements: statements.slice(0, 1) })).toEqual(["tooFewStatements"])
    expect(codes({ statements: [...statements, { id: id(8), text: " " }] })).toEqual([
      "emptyStatement",
      "statementUnplaced",
    ])
    expect(codes({ statements: [...statements, { id: id(8), text: "it takes no side. " }] })).toEqual([
      "sameStatement",
      "statementUnplaced",
    ])
    expect(codes({ categories: [...categories, { id: id(8), text: "A FACT" }] })).toEqual(["sameCategory"])
    expect(codes({ categories: [...categories, { id: id(1), text: "More" }] })).toEqual(["shape"])
    expect(
      codes({ statements: Array.from({ length: 21 }, (_, at) => ({ id: id(at % 9), text: `${at}` })) }),
    ).toEqual(["shape"])
    expect(codes({}, { places: {} })).toEqual(["statementUnplaced"])
  })
})
