import { describe, expect, it } from "vitest"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { readableText, watchFlags } from "./watch-flags"

const words = [
  { word: "numpty", note: "It hurt somebody." },
  { word: "shut up", note: "" },
]
const flags = (body: string, sources: { title: string; publisher: string }[] = []) =>
  watchFlags({ html: postHtml(body), sources }, words)

describe("watchFlags", () => {
  it.each([
    ["emphasis within a word", "a num**pty**", "numpty"],
    ["a link within a word", "a num[pty](https://example.org)", "numpty"],
    ["letters written as entities", "a n&#117;mpty", "numpty"],
    ["signs that stay as typed", "a <i>numpty</i>", "numpty"],
    ["a phrase over two lines", "> shut\n> up", "shut\nup"],
  ])("sees what readers see: %s", (_, body, passage) => {
    expect(flags(body).map((flag) => flag.passage)).toEqual([passage])
  })

  it("does not join what stands in two paragraphs", () => {
    expect(flags("num\n\npty")).toEqual([])
  })

  it("sees what a post calls its sources, and says why a word is watched", () => {
    expect(flags("Read this.", [{ title: "For a numpty", publisher: "" }])).toEqual([
      { word: "numpty", note: "It hurt somebody.", passage: "numpty" },
    ])
  })

  it("shows a long passage shortened", () => {
    const [flag] = flags(`n${"u".repeat(500)}mpty`)
    expect([...(flag?.passage ?? "")]).toHaveLength(121)
  })
})

describe("readableText", () => {
  it("gives back what was typed", () => {
    expect(readableText(postHtml(`if a <b & "b" > c`)).trim()).toBe(`if a <b & "b" > c`)
  })
})
