import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import { collectBlocks } from "./collect-blocks"

const blocksOf = (html: string) =>
  collectBlocks(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body)

describe("what becomes a paragraph", () => {
  it.each([
    [
      "paragraphs, with their inline marks gone",
      "<p>One <b>two</b>.</p><p>Three.</p>",
      ["One two.", "Three."],
    ],
    ["text straight in a block", "<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."]],
    [
      "headings and items, numbers kept",
      "<h2>Head</h2><ol><li>a</li><li>b</li></ol>",
      ["Head", "1. a", "2. b"],
    ],
    ["a list that starts elsewhere", '<ol start="4"><li>d</li></ol>', ["4. d"]],
    ["two line breaks in a row", "<p>One.<br><br>Two.<br>Three.</p>", ["One.", "Two. Three."]],
    ["lines of the file, which mean nothing", "<p>One\n  two.</p>\n", ["One two."]],
    ["blank lines in set text", "<pre>One\ntwo.\n\nThree.</pre>", ["One two.", "Three."]],
    ["entities as what they stand for", "<p>1 &lt; 2 &amp; so on.</p>", ["1 < 2 & so on."]],
  ])("%s", (_, html, paragraphs) => {
    expect(blocksOf(html).paragraphs).toEqual(paragraphs)
  })

  it("is not the first headline, when nothing stands before it", () => {
    expect(blocksOf("<h1>The <i>title</i></h1><p>Text.</p>")).toMatchObject({
      title: "The title",
      paragraphs: ["Text."],
    })
    expect(blocksOf("<p>Text.</p><h1>Later</h1>")).toMatchObject({
      title: null,
      paragraphs: ["Text.", "Later"],
    })
  })
})

describe("what is left out", () => {
  it("is said, with its words", () => {
    const { paragraphs, warnings } = blocksOf(
      '<p>A<sup><a href="#n1">[1]</a></sup> b.</p><table><tr><td>x</td><td>y</td></tr></table>' +
        '<p>c <img src="x"> <s>d</s>.</p><figure><img><figcaption>Cap.</figcaption></figure>' +
        '<ol><li id="n1">A note. <a href="#r1">↑</a></li></ol>',
    )
    expect(paragraphs).toEqual(["A b.", "c d."])
    expect(warnings).toEqual([
      { code: "tablesDropped", params: { count: 1, words: "x y" } },
      { code: "notesDropped", params: { count: 1, words: "A note." } },
      { code: "imagesDropped", params: { count: 2 } },
      { code: "struckKept", params: { count: 1 } },
    ])
  })

  it("is not a table somebody set prose in", () => {
    const prose = `${"word ".repeat(30)}end.`
    expect(blocksOf(`<table><tr><td>Head</td><td>${prose}</td></tr></table>`).paragraphs).toEqual([
      "Head",
      prose,
    ])
  })

  it("is not a link that only looks like a note", () => {
    expect(blocksOf('<p>See <a href="#top">the list</a>.</p><p id="top">Here.</p>').paragraphs).toEqual([
      "See the list.",
      "Here.",
    ])
  })

  it("is what nobody sees", () => {
    const hidden =
      '<p hidden>a</p><p style="display: none">b</p><p aria-hidden="true">c</p><script>d</script>'
    expect(blocksOf(`${hidden}<template><p>e</p></template><p>Seen.</p>`).paragraphs).toEqual(["Seen."])
  })
})
