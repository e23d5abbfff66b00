import { describe, expect, it } from "vitest"
import { readHtml } from "./read-html"

const sentences = (topic: string) =>
  `The ${topic} has been argued about for years, and no side has ever given way to the other, as far as anybody knows. ` +
  `Those who live beside it say that they were never asked, which the mayor, for her part, denies.`

const page = (
  body: string,
  head = "",
) => `<!doctype html><html lang="en"><head><title>The river and its mayor | The Daily Page</title>
${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li></ul></nav>
<article><h1>The river and its mayor</h1>${body}</article><footer><p>All rights reserved by us.</p></footer></body></html>`

const prose = ["river", "bridge", "harbour", "market"].map(sentences)
const paragraphs = prose.map((text) => `<p>${text}</p>`).join("\n")

describe("a saved article", () => {
  it("comes out paragraph by paragraph, without menus and footers", () => {
    const { title, paragraphs: found, warnings } = readHtml(page(paragraphs))
    expect(title).toBe("The river and its mayor")
    expect(found).toEqual(prose)
    expect(warnings.map(({ code }) => code)).toEqual(["pageTrimmed"])
  })

  it("says who wrote it, when, and where it stood", () => {
    const head = `<meta name="author" content="By Noor Ahmadi"><meta property="article:published_time" content="2022-03-07T10:00:00Z">
      <meta property="og:site_name" content="The Daily Page"><link rel="canonical" href="https://example.org/river">`
    expect(readHtml(page(paragraphs, head))).toMatchObject({
      author: "Noor Ahmadi",
      publishedOn: "2022-03-07",
      source: "The Daily Page",
      sourceUrl: "https://example.org/river",
      language: "en",
    })
  })

  it("is told when its end is missing", () => {
    const whole = page(paragraphs)
    const { paragraphs: found, warnings } = readHtml(whole.slice(0, whole.indexOf("harbour") + 40))
    expect(found.slice(0, 2)).toEqual(prose.slice(0, 2))
    expect(warnings.map(({ code }) => code)).toContain("pageCut")
  })

  it("is taken whole where it is no article", () => {
    expect(readHtml("<p>One short line.</p><p>And one more.</p>").paragraphs).toEqual([
      "One short line.",
      "And one more.",
    ])
    expect(readHtml("").paragraphs).toEqual([])
    expect(readHtml("just words, no tags.").paragraphs).toEqual(["just words, no tags."])
  })
})

describe("hostile pages", () => {
  it.each([
    ["a script", "<script>document.title = 'stolen'</script>"],
    ["a handler", '<img src="x" onerror="steal()">'],
    ["a script in SVG", "<svg><script>steal()</script><text>drawn</text></svg>"],
    ["foreign HTML in SVG", "<svg><foreignObject><p>stolen</p></foreignObject></svg>"],
    ["a base tag", '<base href="https://evil.example/">'],
    ["a frame", '<iframe srcdoc="&lt;p&gt;stolen&lt;/p&gt;"></iframe>'],
    ["a form", '<form action="https://evil.example"><p>stolen</p><input value="x"></form>'],
    ["a style", "<style>p { background: url(https://evil.example) }</style>"],
  ])("%s leaves no word behind", (_, attack) => {
    const { paragraphs: found } = readHtml(page(paragraphs.replace("</p>", `</p>${attack}`)))
    expect(found).toEqual(prose)
  })

  it("a javascript: link keeps its words and nothing else", () => {
    const { paragraphs: found } = readHtml(
      page(paragraphs.replace("The river", 'The <a href="javascript:steal()">river</a>')),
    )
    expect(found).toEqual(prose)
  })

  it.each(["javascript:steal()", "data:text/html,x", "file:///etc/passwd", "https://a b"])(
    "%s is no address of a page",
    (address) => {
      expect(readHtml(page(paragraphs, `<link rel="canonical" href="${address}">`)).sourceUrl).toBeNull()
    },
  )

  it("tags that were escaped stay words", () => {
    const found = readHtml(
      page(`${paragraphs}<p>Write &lt;script&gt;alert(1)&lt;/script&gt; and, for once, nothing happens.</p>`),
    )
    expect(found.paragraphs.at(-1)).toBe("Write <script>alert(1)</script> and, for once, nothing happens.")
  })

  it("a page cut from its head into its text has an answer", () => {
    const cut = `<!doctype html><html lang="en"><head><title>The river</title></he river</h1>${paragraphs}<p>It was ours.</p></article></body></html>`
    expect(() => readHtml(cut)).not.toThrow()
  })
})
