import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { squeezeSpaces } from "./normalise-text"
import { segmentSentences } from "./segment-sentences"

describe("sentences are whole", () => {
  it.each<[about: string, sentences: string[], language?: string]>([
    [
      "initialisms",
      ["He was blacklisted by the U.S. government.", "At the U.N. Security Council 23 E.U. states spoke."],
    ],
    ["an initialism that ends a sentence", ["They left the U.S.", "Then they came back."]],
    [
      "titles and initials",
      ["Dr. A. B. Smith met J. K. Rowling on St. James St. Patrick’s Day.", "Gen. Bajwa left."],
    ],
    [
      "numbers",
      [
        "It paid $85 million, or 3.5 per cent.",
        "See No. 5 and p. 12.",
        "The T-80UD tanks came in the 1990s.",
      ],
    ],
    ["a question in quotes mid-text", ["How can he ignore it in the name of “balance?”", "I wonder."]],
    ["a quoted question that goes on", ["“Really?” he asked, and left."]],
    ["several sentences in one quotation", ["She said: “I came. I saw. I left.”", "Nobody laughed."]],
    [
      "brackets",
      ["He left (the day was long. Too long.) and slept.", "Putin should “just change [the] map.”", "Yes."],
    ],
    ["straight quotes", ['He said "stop. Now."', "Then he left."]],
    ["a stray blank before a closing quote", ["He said “no. ”", "She left."]],
    ["a list number", ["1. Do it now.", "Or not."]],
    ["Urdu", ["یہ پہلا جملہ ہے۔", "کیا یہ دوسرا ہے؟", "ہاں۔"], "ur"],
    ["Arabic", ["هل هذا صحيح؟", "نعم."], "ar"],
    ["Spanish", ["¿Qué pasa?", "¡Nada!", "El Sr. Pérez salió."], "es"],
    ["German", ["Am 3. Oktober kam Dr. Braun.", "Er sagte „Ja. Nein.“ und ging."], "de"],
  ])("%s", (_, sentences, language) => {
    expect(segmentSentences(sentences.join(" "), language)).toEqual(sentences)
  })

  it("Chinese, which has no blanks between sentences", () => {
    expect(segmentSentences("他来了。“你好。”她说。我走了！", "zh")).toEqual([
      "他来了。",
      "“你好。”",
      "她说。",
      "我走了！",
    ])
  })

  it("takes a language tag that is none", () => {
    expect(segmentSentences("One. Two.", "not a tag")).toEqual(["One.", "Two."])
  })
})

const pieces = fc.constantFrom(
  "Khan",
  "left",
  "the",
  "U.S.",
  "Dr.",
  "e.g.",
  "“go",
  "home.”",
  "“",
  "”",
  '"',
  "No.",
  "5",
  "(so",
  "far.)",
  "Why?",
  "Stop!",
  "end.",
  "A.",
  "…",
  "—",
  "ہے۔",
  "你好。",
  "¿Qué",
  "1990s.",
  "[the]",
  "He",
  "J.",
  "balance?”",
  "[1]",
)
const paragraph = fc.array(pieces, { minLength: 1, maxLength: 40 }).map((words) => words.join(" "))

describe("laws", () => {
  it("loses and adds nothing but blanks", () => {
    fc.assert(
      fc.property(fc.oneof(paragraph, fc.string({ unit: "grapheme" })), (text) => {
        expect(segmentSentences(text).join("").replaceAll(" ", "")).toBe(
          squeezeSpaces(text.replaceAll("\n", " ")).replaceAll(" ", ""),
        )
      }),
    )
  })

  it.each(["\u2000", "a\u3000", "\ufeff", "\u2028a"])("keeps %j, a blank that is no plain space", (text) => {
    expect(segmentSentences(text).join(" ")).toBe(text)
  })

  it("leaves a sentence whole when it is cut again", () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        for (const sentence of segmentSentences(text)) expect(segmentSentences(sentence)).toEqual([sentence])
      }),
    )
  })

  it.each(["Hello there you. ", "a", ". ", "“ ", "a.b.", "(", "A. ", '" ', "\u0301"])(
    "takes time with the length of %j only",
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length)
      const started = performance.now()
      segmentSentences(text)
      // One million characters: tenths of a second on a busy machine. With the square of the length it would be minutes.
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )
})
