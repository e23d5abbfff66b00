import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { postHtml } from "./post-html"

describe("postHtml", () => {
  it("makes paragraphs, emphasis, lists and quotations", () => {
    expect(postHtml("He *says* **so**.\n\nTwice")).toBe(
      '<p dir="auto">He <em>says</em> <strong>so</strong>.</p>\n<p dir="auto">Twice</p>',
    )
    expect(postHtml("- a\n- b")).toBe('<ul>\n<li dir="auto">a</li>\n<li dir="auto">b</li>\n</ul>')
    expect(postHtml("> a")).toBe('<blockquote dir="auto">\n<p dir="auto">a</p>\n</blockquote>')
  })

  it("lets links lead to the web only, and vouches for none", () => {
    const link = '<a href="https://example.org/a" rel="nofollow noreferrer">so</a>'
    expect(postHtml("[so](https://example.org/a)")).toBe(`<p dir="auto">${link}</p>`)
    for (const address of [
      "javascript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "JaVaScRiPt:alert(1)",
      "/teach",
      "//example.org",
      "",
    ])
      expect(postHtml(`[so](${address})`)).not.toContain("href")
  })

  it("shows a thousand links as they were typed", () => {
    const html = postHtml("[a](http://b.c) ".repeat(1_000))
    expect(html).not.toContain("<a")
    expect(html.match(/\[a\]\(http:\/\/b\.c\)/g)).toHaveLength(1_000)
  })

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<style>p{display:none}</style>",
    "# not a heading",
    "![no picture](https://example.org/a.png)",
    "if a <b and b> c",
    "***\n\n---",
    "    not code",
    "`neither`",
  ])("shows %s as it was typed", (text) => {
    const html = postHtml(text)
    expect(html).not.toMatch(/<(?!\/?(p|em|strong|ul|ol|li|blockquote|a)\b)/)
    for (const word of text.match(/[a-z]{3,}/g) ?? []) expect(html).toContain(word)
  })

  it("never makes an element or attribute that is not on the list", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "*",
      "_",
      "[",
      "](",
      ")",
      "`",
      "\n",
      "- ",
      "> ",
      "a",
      '"',
      "&",
      "!",
      "http://x",
    )
    const nasty = fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }).map((parts) => parts.join(""))
    fc.assert(
      fc.property(nasty, (text) => {
        for (const tag of postHtml(text).match(/<[^>]*>/g) ?? [])
          expect(tag).toMatch(
            /^<(\/(p|em|strong|ul|ol|li|blockquote|a)|(em|strong|ul|a)|(p|li|blockquote) dir="auto"|ol( start="\d+")?|a (href="https?:[^"]*" )?rel="nofollow noreferrer")>$/,
          )
      }),
    )
  })

  it.each(["*", "[", "a**", "_a ", "[a](", "> ", "- ", "`a", "<a ", "&", "![[]()", "*a_b", ">>>> a\n"])(
    "is quick with 20,000 characters of %j",
    (piece) => {
      const text = piece.repeat(20_000 / piece.length)
      postHtml(text)
      // Time of this process alone: a busy machine must not fail it.
      const before = process.cpuUsage()
      postHtml(text)
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
    },
  )
})
