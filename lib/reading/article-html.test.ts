import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { articleHtml } from "./article-html"

const sentence = (paragraph: number, ordinal: number, text: string) => ({
  id: `id-${paragraph}-${ordinal}`,
  paragraph,
  ordinal,
  text,
})

describe("articleHtml", () => {
  it("is a paragraph per paragraph, a span per sentence", () => {
    expect(articleHtml([sentence(1, 1, "One."), sentence(1, 2, "Two."), sentence(2, 1, "Three.")])).toBe(
      '<p data-p="1" dir="auto"><span class="s" data-s="id-1-1" id="s-1-1">One.</span> ' +
        '<span class="s" data-s="id-1-2" id="s-1-2">Two.</span></p>\n' +
        '<p data-p="2" dir="auto"><span class="s" data-s="id-2-1" id="s-2-1">Three.</span></p>',
    )
  })

  it("escapes once, so that text stays text", () => {
    expect(articleHtml([sentence(1, 1, '<script>alert("1")</script> &amp; Tom’s')])).toContain(
      ">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;amp; Tom’s</span>",
    )
  })

  it("puts no gap between Chinese sentences", () => {
    expect(articleHtml([sentence(1, 1, "他来了。"), sentence(1, 2, "我走了。")])).toContain("</span><span")
  })

  it("lets no character of a text open a tag", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const inner =
          articleHtml([sentence(1, 1, text)])
            .split('id="s-1-1">')[1]
            ?.replace("</span></p>", "") ?? ""
        expect(inner).not.toMatch(/[<>"']/)
      }),
    )
  })
})
