import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readGapMarkup, writeGapMarkup } from "@/lib/quiz/types/gap/gap-markup"
import { type GapContent, MOST_GAPS } from "@/lib/quiz/types/gap/shapes"

const nothing: GapContent = { pieces: [] }
const numbered = () => {
  let count = 0
  return () => `id${++count}`
}
const read = (markup: string, before: GapContent = nothing) =>
  readGapMarkup(markup, { before, newId: numbered() })

describe("the author's text with its gaps", () => {
  it("keeps what is typed out of the public pieces", () => {
    const { pieces, gaps } = read("India [[abstained| did not vote ]], again.")
    expect(pieces).toEqual([{ text: "India " }, { gap: "id1", options: null }, { text: ", again." }])
    expect(gaps).toEqual({ id1: ["abstained", "did not vote"] })
  })

  it("makes a list of wordings where one has a star, in an order that says nothing of it", () => {
    const { pieces, gaps } = read("[[*silent|loud|*quiet]]")
    expect(pieces).toEqual([
      {
        gap: "id1",
        options: [
          { id: "id3", text: "loud" },
          { id: "id4", text: "quiet" },
          { id: "id2", text: "silent" },
        ],
      },
    ])
    expect(gaps).toEqual({ id1: ["id2", "id4"] })
    expect(read("[[silent|*loud|quiet]]").pieces).toMatchObject([
      { options: [{ text: "loud" }, { text: "quiet" }, { text: "silent" }] },
    ])
  })

  it("keeps the ids of gaps by their number and of options by their words", () => {
    const first = read("A [[x]] and [[*y|z]]")
    const again = readGapMarkup("B [[w]] or [[y|*z|more]]", { before: first, newId: () => "new" })
    expect(Object.keys(again.gaps)).toEqual(Object.keys(first.gaps))
    const list = (of: typeof first) => of.pieces.flatMap((piece) => ("gap" in piece ? piece.options : []))
    const idOf = (of: typeof first, text: string) => list(of).find((option) => option?.text === text)?.id
    expect(idOf(again, "y")).toBe(idOf(first, "y"))
    expect(idOf(again, "z")).toBe(idOf(first, "z"))
    expect(idOf(again, "more")).toBe("new")
  })

  it("leaves a bracket that is not closed, or that holds too much, in the text", () => {
    expect(read("India [[abstained").pieces).toEqual([{ text: "India [[abstained" }])
    expect(read("India abstained]]").pieces).toEqual([{ text: "India abstained]]" }])
    expect(read("[[one [[two]]").pieces).toEqual([{ text: "[[one " }, { gap: "id1", options: null }])
    const crowd = read(`[[${Array.from({ length: 13 }, (_, at) => at).join("|")}]]`)
    expect(crowd.gaps).toEqual({})
    expect(Object.keys(read("[[x]] ".repeat(MOST_GAPS + 1)).gaps)).toHaveLength(MOST_GAPS)
  })

  it("reads a gap without an answer, so that it can be said", () => {
    expect(read("A [[]] b [[ | ]]").gaps).toEqual({ id1: [], id2: [] })
  })

  const word = fc.stringMatching(/^[a-z][a-z ]{0,6}[a-z]$/)
  const wordings = fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
  const gap = fc
    .tuple(wordings, fc.nat(3))
    .map(([list, star]) => (star === 0 ? list : list.map((one, at) => (at === 0 ? `*${one}` : one))))
  const markup = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 5 })
    .map((list) => list.map(([text, inside]) => `${text} [[${inside.join("|")}]] `).join(""))

  it("comes back as it was read: nothing is lost between writing and opening again", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const once = read(text)
        const written = writeGapMarkup(once, once)
        const twice = readGapMarkup(written, { before: once, newId: numbered() })
        expect(twice).toEqual(once)
        expect(writeGapMarkup(twice, twice)).toBe(written)
      }),
    )
  })

  it("keeps a list a list where nothing is right in it", () => {
    const view = read("I [[*agree|disagree]].")
    const written = writeGapMarkup(view, null)
    expect(read(written, view).pieces).toEqual(view.pieces)
  })
})
