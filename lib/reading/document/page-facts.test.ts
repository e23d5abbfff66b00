import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import { addressOfPage, authorOf, dateOf } from "./page-facts"

describe("what a page says of itself", () => {
  it("is its address, even where only the browser wrote it down", () => {
    const html = "<!-- saved from url=(0027)https://example.org/a/story --><html><body></body></html>"
    expect(addressOfPage(parseHTML(html).document, html)).toBe("https://example.org/a/story")
  })

  it.each([
    ["By Noor Ahmadi", "Noor Ahmadi"],
    ["  Written by:  Noor\n Ahmadi ", "Noor Ahmadi"],
    ["https://example.org/authors/noor", null],
    ["x".repeat(121), null],
    [null, null],
  ])("is its author: %j", (byline, author) => {
    expect(authorOf(byline)).toBe(author)
  })

  it.each([
    ["2022-03-07T10:00:00+05:00", "2022-03-07"],
    ["7 March 2022", "7 March 2022"],
    ["x".repeat(61), null],
    [null, null],
  ])("is its day: %j", (published, day) => {
    expect(dateOf(published)).toBe(day)
  })
})
