import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attachQuotes } from "./anchors"

const texts = [
  "Khan’s rivals had named him “U-turn Khan” for changing his mind.",
  "India abstained, and so did China.",
  "He calls the result “fake neutrality”.",
  "India abstained again — and nobody was surprised.",
  "Every party has an artist.",
]
const sentences = texts.map((text, at) => ({ id: `s${at}`, paragraph: 1, ordinal: at + 1, text }))

describe("attachQuotes", () => {
  it.each([
    ["the same words", ["so did China"], "s1"],
    ["other quotes, dashes, case and blanks", ['named HIM "u-turn  khan"'], "s0"],
    ["a dash of another length", ["again - and nobody"], "s3"],
    ["the second alternative, when the first stands nowhere", ["a gift to nobody", "fake neutrality"], "s2"],
    ["the second alternative, when the first stands twice", ["India abstained", "so did China"], "s1"],
  ])("attaches by %s", (_, quotes, sentenceId) => {
    expect(attachQuotes(quotes, sentences)).toMatchObject({ sentenceId })
  })

  it.each([
    ["stands nowhere", ["the tanks were paid"]],
    ["stands in two sentences", ["India abstained"]],
    ["stands only inside words", ["art"]],
    ["is a part of a word", ["neutral"]],
    ["has another word in it", ["so did not China"]],
    ["has alternatives that disagree", ["so did China", "fake neutrality"]],
    ["is empty", ["", "  "]],
    ["is not given", []],
  ])("is missing when the quote %s", (_, quotes) => {
    expect(attachQuotes(quotes, sentences)).toEqual({ missing: true })
  })

  it("never attaches to a sentence that lacks the words", () => {
    const word = fc.constantFrom("first", "second", "third", "fourth")
    const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "))
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), sentence, (all, quote) => {
        const views = all.map((text, at) => ({ id: String(at), paragraph: 1, ordinal: at + 1, text }))
        const found = attachQuotes([quote], views)
        const holders = all.filter((text) => ` ${text} `.includes(` ${quote} `))
        if ("missing" in found) expect(holders.length).not.toBe(1)
        else expect(holders).toEqual([all[Number(found.sentenceId)]])
      }),
    )
  })
})
