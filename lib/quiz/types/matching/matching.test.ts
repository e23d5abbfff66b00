import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { matching } from "@/lib/quiz/types/matching/matching"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const rows = [
  { id: id(1), text: "India" },
  { id: id(2), text: "Kadyrov" },
  { id: id(3), text: "Mir" },
]
const options = [
  { id: id(4), text: "stayed silent" },
  { id: id(5), text: "sent fighters" },
  { id: id(6), text: "wrote the column" },
  { id: id(7), text: "voted against" },
]
const content = { rows, options }
const key = { pairs: { [id(1)]: id(4), [id(2)]: id(5), [id(3)]: id(6) } }
const none = new Set<string>()
const pairs = (...chosen: (string | null)[]) => ({
  pairs: Object.fromEntries(rows.map((row, at) => [row.id, chosen[at] ?? null])),
})
const scored = (numerator: number, denominator: number, answer: boolean) => ({
  state: "scored",
  share: { numerator, denominator },
  finding: { answer },
})

describe("matching", () => {
  it.each([
    ["every row right", pairs(id(4), id(5), id(6)), scored(1, 1, true)],
    ["one row wrong", pairs(id(4), id(5), id(7)), scored(2, 3, false)],
    ["one row right, the rest open", pairs(id(4)), scored(1, 3, false)],
    ["one option for every row", pairs(id(4), id(4), id(4)), scored(1, 3, false)],
    ["no row right", pairs(id(7), id(7), id(7)), scored(0, 1, false)],
  ])("scores %s", (_, value, expected) => {
    expect(matching.score(key, value, content)).toEqual(expected)
  })

  it("takes rows that are all open for unanswered, never for a zero", () => {
    for (const value of [null, pairs(), { pairs: {} }, { pairs: [] }])
      expect(matching.score(key, value, content)).toEqual({ state: "unanswered" })
  })

  it("lets one option fit several rows", () => {
    const same = { pairs: { [id(1)]: id(4), [id(2)]: id(4), [id(3)]: id(6) } }
    expect(matching.score(same, pairs(id(4), id(4), id(6)), content)).toEqual(scored(1, 1, true))
  })

  it.each([
    [pairs(id(4), id(5), id(6)), "answered"],
    [pairs(id(4)), "incomplete"],
    [{ pairs: { [id(1)]: id(4) } }, "incomplete"],
    [pairs(), "unanswered"],
    [{ pairs: { [id(1)]: id(9) } }, "invalid"],
    [{ pairs: { [id(9)]: id(4) } }, "invalid"],
    [{ pairs: { [id(1)]: 4 } }, "invalid"],
    [{}, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(matching.check(content, value, none)).toBe(state)
  })

  const chosen = fc.array(fc.constantFrom(null, ...options.map((option) => option.id)), {
    minLength: 3,
    maxLength: 3,
  })

  it("keeps the share within the item, and never lowers it when a row is put right", () => {
    fc.assert(
      fc.property(chosen, fc.nat(2), (given, at) => {
        const shareOf = (list: (string | null)[]) => {
          const result = matching.score(key, pairs(...list), content)
          return result.state === "scored" ? result.share.numerator / result.share.denominator : 0
        }
        const mended = given.map((one, place) =>
          place === at ? (key.pairs[rows[at]?.id ?? ""] ?? null) : one,
        )
        expect(shareOf(given)).toBeGreaterThanOrEqual(0)
        expect(shareOf(mended)).toBeLessThanOrEqual(1)
        expect(shareOf(mended)).toBeGreaterThanOrEqual(shareOf(given))
      }),
    )
  })

  it("scores the same in every order shown, and shows nothing of the order it was written in", () => {
    fc.assert(
      fc.property(chosen, fc.nat(), (given, seed) => {
        const shown = matching.present(content, seed)
        expect(matching.score(key, pairs(...given), shown)).toEqual(
          matching.score(key, pairs(...given), content),
        )
        expect(matching.present({ rows, options: [...options].reverse() }, seed)).toEqual(shown)
      }),
    )
  })

  it("tells each row, and what is right in it", () => {
    expect(matching.parts(content, pairs(id(4), id(6)), key)).toEqual([
      { id: id(1), label: "India", text: "stayed silent", isRight: true, rightText: "stayed silent" },
      { id: id(2), label: "Kadyrov", text: "wrote the column", isRight: false, rightText: "sent fighters" },
      { id: id(3), label: "Mir", text: null, isRight: null, rightText: "wrote the column" },
    ])
    expect(matching.parts(content, pairs(id(4)), null)[0]).toMatchObject({ isRight: null, rightText: null })
  })

  it("tells an author what to mend", () => {
    const codes = (shown: object, right: object | null = key) =>
      matching.problems({ content: { ...content, ...shown }, key: right }, none).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({}, null)).toEqual([])
    expect(codes({ rows: rows.slice(0, 1) })).toEqual(["tooFewRows"])
    expect(codes({ rows: [...rows, { id: id(8), text: " " }] })).toEqual(["emptyRow", "rowUnmatched"])
    expect(codes({ options: options.slice(1) })).toEqual(["rowUnmatched"])
    expect(codes({ options: [...options, { id: id(8), text: "Stayed silent " }] })).toEqual(["sameOption"])
    expect(codes({}, { pairs: {} })).toEqual(["rowUnmatched"])
  })
})
