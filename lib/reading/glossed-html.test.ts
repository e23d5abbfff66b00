import { describe, expect, it } from "vitest"
import { articleHtml } from "./article-html"
import { glossedHtml } from "./glossed-html"

const html = articleHtml([
  { id: "a", paragraph: 1, ordinal: 1, text: "The UN Security Council met & 35 abstained, amp by amp." },
  { id: "b", paragraph: 1, ordinal: 2, text: "The UN counts who abstained; the united rest does not." },
])
const term = (termId: string, word: string, forms: string[] = []) => {
  return { termId, term: word, forms, partOfSpeech: null, definition: "…" }
}

describe("glossedHtml", () => {
  it("links the first occurrence of a term, in any of its forms, whole words only", () => {
    const glossed = glossedHtml(html, [term("1", "abstain", ["abstained", "abstention"]), term("2", "un")])
    expect(glossed).toContain('35 <a class="term" href="#term-1" data-t="1">abstained</a>,')
    expect(glossed.match(/class="term"/g)).toHaveLength(2)
    expect(glossed).toContain('The <a class="term" href="#term-2" data-t="2">UN</a> Security')
    expect(glossed).toContain("united rest")
  })

  it("takes the longest form", () => {
    expect(glossedHtml(html, [term("2", "UN"), term("3", "UN Security Council")])).toContain(
      'data-t="3">UN Security Council</a>',
    )
  })

  it("leaves tags and escapes alone", () => {
    const glossed = glossedHtml(html, [term("4", "amp"), term("5", "span"), term("6", "s"), term("7", "a.*")])
    expect(glossed).toContain("met &amp; 35")
    expect(glossed.replace(/<a [^>]*>|<\/a>/g, "")).toBe(html)
  })
})
