import { describe, expect, it } from "vitest"
import { markdownFile, plainMarkdown, quotedLines } from "./markdown"

describe("plainMarkdown", () => {
  it.each([
    ["# a heading", "\\# a heading"],
    ["- a list", "\\- a list"],
    ["1. a list", "1\\. a list"],
    ["[a](javascript:x) <b>*x*</b>", "\\[a\\](javascript:x) \\<b\\>\\*x\\*\\</b\\>"],
    ["two\n\nblocks", "two blocks"],
    ["عائشہ خان, 4.2", "عائشہ خان, 4.2"],
  ])("keeps %j words", (text, expected) => {
    expect(plainMarkdown(text)).toBe(expected)
  })
})

describe("quotedLines", () => {
  it("keeps every line behind its mark, whatever ends it", () => {
    expect(quotedLines("# Mine\r\n\rto tell ")).toBe("> # Mine\n>\n> to tell")
  })
})

describe("markdownFile", () => {
  it("leaves out what is not there", () => {
    expect(markdownFile(["a", null, "", "b"])).toBe("a\n\nb\n")
  })
})
