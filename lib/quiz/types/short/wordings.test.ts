import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { key as shape, type WeighedWording } from "@/lib/quiz/types/short/shapes"
import { short } from "@/lib/quiz/types/short/short"
import { keepWordings, wordingFor, wordingsOf } from "@/lib/quiz/types/short/wordings"

const RULES = { ignoreCase: true, ignoreDiacritics: true }
const content = { maxLength: 80 }
const list: WeighedWording[] = [
  { text: "fake neutrality", percent: 100, comment: "" },
  { text: "neutrality", percent: 50, comment: "Which one?" },
  { text: "non-alignment", percent: 33.33333, comment: "" },
  { text: "peace", percent: -25, comment: "No." },
]
const key = { ...keepWordings(list), ...RULES }
const scored = (numerator: number, denominator: number, answer: boolean) => ({
  state: "scored",
  share: { numerator, denominator },
  finding: { answer },
})

describe("wordings with shares of their own", () => {
  it.each([
    ["Fake neutrality.", 1, 1, true],
    ["NEUTRALITY", 1, 2, false],
    ["non–alignment", 1, 3, false],
    ["peace", 0, 1, false],
    ["war", 0, 1, false],
    ["neu\u200Btrality", 1, 2, false],
  ])("%s earns %i/%i", (text, numerator, denominator, answer) => {
    expect(short.score(key, { text }, content)).toEqual(scored(numerator, denominator, answer))
  })

  it("has its comment, and none for marks alone or for what is no wording", () => {
    expect(wordingFor(key, "Neutrality!")?.comment).toBe("Which one?")
    for (const text of ["", "…", '""', "\u200B", "war", "x".repeat(10_000)])
      expect(wordingFor(key, text)).toBeNull()
  })

  it.each([[{ text: "x".repeat(10_000) }], [{ text: ["peace"] }], [{ text: null }], ["peace"], [{}]])(
    "refuses %j as no answer, and scores nothing for it",
    (value) => {
      expect(short.check(content, value, new Set())).toBe("invalid")
      expect(short.score(key, value, content)).toEqual({ state: "unanswered" })
    },
  )

  it("tells as right only what earns everything", () => {
    expect(short.toldKey(content, key)).toEqual({ optionIds: [], answers: ["fake neutrality"] })
  })

  it("is kept as it was before there were shares where there are none", () => {
    const whole = list.slice(0, 1)
    expect(keepWordings(whole)).toEqual({ variants: ["fake neutrality"] })
    expect(wordingsOf({ variants: ["fake neutrality"] })).toEqual(whole)
    expect(wordingsOf(keepWordings(list))).toEqual(list)
    expect(shape.safeParse({ variants: ["a"], ...RULES }).success).toBe(true)
    for (const percent of [101, -101, Number.NaN, "50"])
      expect(
        shape.safeParse({ variants: ["a"], weighed: [{ text: "a", percent, comment: "" }], ...RULES })
          .success,
      ).toBe(false)
  })

  it("tells an author that something has to earn everything, and that nothing may be there twice", () => {
    const codes = (wordings: WeighedWording[]) =>
      short
        .problems({ content, key: { ...keepWordings(wordings), ...RULES } }, new Set())
        .map(({ code }) => code)
    expect(codes(list)).toEqual([])
    expect(codes(list.slice(1))).toEqual(["noWholeAnswer"])
    expect(codes([...list, { text: "Peace ", percent: 0, comment: "" }])).toEqual(["sameVariant"])
    expect(codes([...list, { text: " ", percent: 0, comment: "" }])).toEqual(["emptyVariant"])
    expect(codes([...list, { text: "w".repeat(90), percent: 0, comment: "" }])).toEqual(["variantTooLong"])
  })

  it("keeps the share within the item, whatever the shares", () => {
    const percent = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(fc.array(percent, { minLength: 1, maxLength: 8 }), fc.nat(9), (percents, at) => {
        const wordings = percents.map((one, place) => ({ text: `w${place}`, percent: one, comment: "" }))
        const score = short.score({ ...keepWordings(wordings), ...RULES }, { text: `w${at}` }, content)
        if (score.state !== "scored") throw new Error(score.state)
        expect(score.share.numerator).toBeGreaterThanOrEqual(0)
        expect(score.share.numerator).toBeLessThanOrEqual(score.share.denominator)
      }),
    )
  })
})
