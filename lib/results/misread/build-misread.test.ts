import { describe, expect, it } from "vitest"
import { madeAnswer, madeItem } from "@/tests/support/results-facts"
import { buildMisread, type MisreadFacts } from "./build-misread"

const sentences = ["s1", "s2", "s3"].map((id, at) => ({
  id,
  paragraph: 1,
  ordinal: at + 1,
  text: `Text of ${id}`,
}))
const html = `<p><span data-s="s1">They abstained.</span> <span data-s="s2">Abstention, veto.</span> <span data-s="s3">End.</span></p>`
const term = (termId: string, word: string, count: number, forms: string[] = []) => ({
  termId,
  term: word,
  forms,
  partOfSpeech: null,
  definition: "",
  count,
})
const cites = (student: string, itemId: string, sentenceId: string, numerator: number | null) =>
  madeAnswer(student, itemId, {
    sentenceIds: [sentenceId],
    numerator,
    denominator: numerator === null ? null : 2,
  })

const build = (changes: Partial<MisreadFacts>) =>
  buildMisread({
    revision: { sentences, html },
    items: [
      madeItem("i", { title: "Why", position: 1 }),
      madeItem("j", { title: "Who", position: 2 }),
      madeItem("view", { isKeyed: false, position: 3 }),
    ],
    answers: [],
    finishers: ["ann", "ben", "cem"],
    hardPlaces: { unclear: [], lookups: [] },
    ...changes,
  })

describe("buildMisread", () => {
  it("counts each student of a wrong answer once, and each question apart", () => {
    const answers = [
      cites("ann", "i", "s2", 0),
      cites("ann", "j", "s2", 1),
      cites("ben", "i", "s2", 0),
      cites("ben", "j", "s1", 2),
      cites("cem", "i", "s3", null),
      cites("cem", "view", "s3", 0),
      cites("gone", "i", "s1", 0),
    ]
    const { found } = build({ answers })
    expect(found).toMatchObject([
      {
        sentence: { id: "s2" },
        wrong: { count: 2, choosers: ["ann", "ben"] },
        questions: [
          { position: 1, title: "Why", count: 2 },
          { position: 2, title: "Who", choosers: ["ann"] },
        ],
      },
    ])
  })

  it("puts a word where the text has it first, and only words it was given", () => {
    const lookups = [term("t1", "abstain", 3, ["abstained", "abstention"]), term("t2", "veto", 5)]
    const { found } = build({ hardPlaces: { unclear: [{ sentenceId: "s3", count: 4 }], lookups } })
    expect(found.map(({ sentence, terms, unclear }) => [sentence.id, terms, unclear])).toEqual([
      ["s1", [{ term: "abstain", count: 3 }], null],
      ["s2", [{ term: "veto", count: 5 }], null],
      ["s3", [], 4],
    ])
  })

  it("ranks by wrong answers, then by marks, then by words", () => {
    const { ranked } = build({
      answers: [cites("ann", "i", "s3", 0)],
      hardPlaces: { unclear: [{ sentenceId: "s2", count: 9 }], lookups: [term("t1", "abstained", 9)] },
    })
    expect(ranked.map(({ sentence }) => sentence.id)).toEqual(["s3", "s2", "s1"])
    expect(build({})).toEqual({ found: [], ranked: [] })
  })
})
