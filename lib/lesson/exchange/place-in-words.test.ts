import { describe, expect, it } from "vitest"
import { placeInWords } from "./place-in-words"

const types = [{ type: "single" }, { type: "note" }, { type: "gap" }, { type: "hotspot" }]
const said = (...path: (string | number)[]) =>
  placeInWords(path, types).map(({ word, params }) =>
    [word, params?.number, params?.letter].filter((part) => part !== undefined).join(" "),
  )

describe("a place of a file in words", () => {
  it("names a question by the number every page gives it, and an option by its letter", () => {
    expect(said("items", 0, "content", "options", 1, "text")).toEqual(["question 1", "option B"])
    expect(said("items", 2, "content", "pieces", 0, "text")).toEqual(["question 2", "piece 1"])
    expect(said("items", 3, "type")).toEqual(["question 3", "type"])
  })

  it("counts texts between questions among their like", () => {
    expect(said("items", 1, "prompt")).toEqual(["between 1", "prompt"])
  })

  it("goes from the widest to the narrowest", () => {
    expect(said("reading", "paragraphs", 3, "sentences", 1, "text")).toEqual([
      "reading",
      "paragraph 4",
      "sentence 2",
    ])
    expect(said("items", 0, "key", "evidence", "quotes", 0)).toEqual([
      "question 1",
      "key",
      "evidence",
      "quote 1",
    ])
    expect(said("glossary", 1, "definition")).toEqual(["term 2", "definition"])
    expect(said("packets", "for")).toEqual(["packets", "for"])
  })

  it("says the names it does not know as they stand, and of the whole that it is the file", () => {
    expect(placeInWords(["items", 0, "key", "row-2"], types).at(-1)).toEqual({
      word: "part",
      params: { name: "row-2" },
    })
    expect(placeInWords(["constructor", 0], [])).toEqual([
      { word: "place", params: { number: 1, name: "constructor" } },
    ])
    expect(said()).toEqual(["file"])
  })

  it("ends letters where they end", () => {
    expect(said("items", 0, "content", "options", 30)).toEqual(["question 1", "option 31"])
  })
})
