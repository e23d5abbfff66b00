import { describe, expect, it } from "vitest"
import { articleHtml } from "./article-html"
import { backgroundHtml, dayInWords, generalBackground, placeBackground } from "./background"

const sentences = [
  { id: "s1", paragraph: 1, ordinal: 1, text: "It is so." },
  { id: "s2", paragraph: 1, ordinal: 2, text: "He said <b>." },
]
const note = (noteId: string, sentenceId: string | null) => {
  return { noteId, sentenceId, body: "Known.", writtenOn: "2026-11-25" }
}
const notes = [note("n1", "s2"), note("n2", null), note("n3", "s1"), note("n4", "s2"), note("n5", "gone")]

describe("background beside a text", () => {
  const placed = placeBackground(notes, sentences)

  it("is marked in the order of the text", () => {
    expect(placed.map(({ noteId, mark, label }) => `${mark} ${noteId} ${label}`)).toEqual([
      "B1 n3 1.1",
      "B2 n1 1.2",
      "B3 n4 1.2",
    ])
    expect(generalBackground(notes).map(({ noteId }) => noteId)).toEqual(["n2"])
  })

  it("is linked after its sentence and changes nothing within it", () => {
    const html = articleHtml(sentences)
    const marked = backgroundHtml(html, placed)
    expect(marked).toContain('It is so.</span><a class="background-mark" href="#background-n3">B1</a> <span')
    expect(marked).toContain('</span><a class="background-mark" href="#background-n1">B2</a><a')
    expect(marked.replace(/<a class="background-mark"[^>]*>B\d+<\/a>/g, "")).toBe(html)
  })

  it("says its day in words", () => {
    expect(dayInWords("2026-11-25", "en")).toBe("25 November 2026")
  })
})
