import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shuffle } from "@/lib/quiz/shuffle"
import { gap } from "@/lib/quiz/types/gap/gap"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const [typed, listed, other] = [id(1), id(2), id(3)]
const list = [
  { id: id(4), text: "against" },
  { id: id(5), text: "for" },
  { id: id(6), text: "with" },
]
const content = {
  pieces: [
    { text: "In the vote of March, 35 countries " },
    { gap: typed, options: null },
    { text: ". Kadyrov fights " },
    { gap: listed, options: list },
    { gap: other, options: null },
  ],
}
const rules = { ignoreCase: true, ignoreDiacritics: true }
const key = { gaps: { [typed]: ["abstained", "did not vote"], [listed]: [id(5)], [other]: ["Öz"] }, ...rules }
const none = new Set<string>()
const fills = (...values: string[]) => ({
  gaps: Object.fromEntries([typed, listed, other].map((place, at) => [place, values[at] ?? ""])),
})
const scored = (numerator: number, denominator: number, answer: boolean) => ({
  state: "scored",
  share: { numerator, denominator },
  finding: { answer },
})

describe("a text with gaps", () => {
  it.each([
    ["every gap", fills("abstained", id(5), "Öz"), scored(1, 1, true)],
    ["a variant, and no difference in marks", fills("“Did not  vote.”", id(5), "oz"), scored(1, 1, true)],
    ["a wrong choice", fills("abstained", id(4), "Öz"), scored(2, 3, false)],
    ["one gap alone", fills("abstained"), scored(1, 3, false)],
    ["nothing right", fills("voted", id(4), "..."), scored(0, 1, false)],
  ])("scores %s", (_, value, expected) => {
    expect(gap.score(key, value, content)).toEqual(expected)
  })

  it("keeps case and marks where the author wants them", () => {
    const strict = { ...key, ignoreCase: false, ignoreDiacritics: false }
    expect(gap.score(strict, fills("abstained", id(5), "oz"), content)).toEqual(scored(2, 3, false))
  })

  it("takes gaps that are all open for unanswered, never for a zero", () => {
    for (const value of [null, fills(), fills("  "), { gaps: {} }])
      expect(gap.score(key, value, content)).toEqual({ state: "unanswered" })
  })

  it.each([
    [fills("a", id(4), "b"), "answered"],
    [fills("a"), "incomplete"],
    [{ gaps: { [typed]: "a" } }, "incomplete"],
    [fills(), "unanswered"],
    [fills("a", id(9)), "invalid"],
    [{ gaps: { [id(9)]: "a" } }, "invalid"],
    [fills("x".repeat(121)), "invalid"],
    [{ gaps: "a" }, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(gap.check(content, value, none)).toBe(state)
  })

  const some = fc.tuple(
    fc.constantFrom("", "abstained", "voted"),
    fc.constantFrom("", ...list.map((option) => option.id)),
    fc.constantFrom("", "oz", "uz"),
  )

  it("keeps the share within the item, and never lowers it when a gap is put right", () => {
    const shareOf = (values: string[]) => {
      const result = gap.score(key, fills(...values), content)
      return result.state === "scored" ? result.share.numerator / result.share.denominator : 0
    }
    fc.assert(
      fc.property(some, fc.nat(2), (values, at) => {
        const mended = values.map((one, place) => (place === at ? ["abstained", id(5), "oz"][at] : one))
        expect(shareOf(values)).toBeGreaterThanOrEqual(0)
        expect(shareOf(mended as string[])).toBeLessThanOrEqual(1)
        expect(shareOf(mended as string[])).toBeGreaterThanOrEqual(shareOf(values))
      }),
    )
  })

  it("scores the same in every order shown, and shows nothing of the order it was written in", () => {
    fc.assert(
      fc.property(some, fc.nat(), (values, seed) => {
        const shown = gap.present(content, seed)
        expect(gap.score(key, fills(...values), shown)).toEqual(gap.score(key, fills(...values), content))
        const pieces = content.pieces.map((piece) =>
          "options" in piece && piece.options ? { ...piece, options: shuffle(list, seed + 1) } : piece,
        )
        expect(gap.present({ pieces }, seed)).toEqual(shown)
      }),
    )
  })

  it("tells each gap by the words before it", () => {
    expect(gap.parts(content, fills("voted", id(5)), key)).toEqual([
      {
        id: typed,
        label: "1: March, 35 countries …",
        text: "voted",
        isRight: false,
        rightText: "abstained / did not vote",
      },
      { id: listed, label: "2: . Kadyrov fights …", text: "for", isRight: true, rightText: "for" },
      { id: other, label: "3: …", text: null, isRight: null, rightText: "Öz" },
    ])
  })

  it("tells an author what to mend", () => {
    const codes = (pieces: object[], gaps: object = key.gaps) =>
      gap.problems({ content: { pieces }, key: { ...key, gaps } }, none).map(({ code }) => code)
    expect(codes(content.pieces)).toEqual([])
    expect(codes([{ text: "No gap" }])).toEqual(["noGaps"])
    expect(codes([{ text: "India [[abstained" }])).toEqual(["looseBracket"])
    expect(codes(content.pieces, { ...key.gaps, [other]: [] })).toEqual(["emptyGap"])
    expect(codes(content.pieces, { ...key.gaps, [other]: ["..."] })).toEqual(["emptyGap"])
    expect(codes(content.pieces, { ...key.gaps, [listed]: [] })).toEqual(["emptyGap"])
    expect(codes([{ gap: listed, options: list.slice(0, 1) }], { [listed]: [id(4)] })).toEqual([
      "tooFewOptions",
    ])
  })
})
