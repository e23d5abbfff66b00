import { describe, expect, it } from "vitest"
import { gridBodyHtml, packRows } from "./grid-body-html"

const row = { id: "e1", name: "Ann", remarks: ["until Friday"], hasLeft: false, cells: [".not yet"] }
const whole = (...changes: object[]) =>
  gridBodyHtml({
    rows: packRows(changes.map((change) => ({ ...row, ...change }))),
    base: "/x",
    paragraphs: [2, 3],
    pointsPossible: 10,
  })
/** A row that is not the first, which draws for the others. */
const html = (change: object = {}) => `${whole({}, change).split("</tr>")[1]}</tr>`

describe("gridBodyHtml", () => {
  it("is a plain row: its name a link, a sign that is read out as a word", () => {
    expect(html()).toBe(
      '<tr><th scope="row"><a href="/x/students/e1" dir="auto">Ann</a><small>until Friday</small></th>' +
        '<td><i class="none">not yet</i></td></tr>',
    )
    expect(html({ hasLeft: true })).toContain('<tr class="gone">')
  })

  it("leads from points to the student, and from posts to the discussion", () => {
    expect(html({ cells: ["s8½\n8½ of 10 points\n2 attempts"] })).toContain(
      '<a href="/x/students/e1"><span class="sr-only">8½ of 10 points</span><span aria-hidden="true"><b>8½</b>' +
        '<i> / 10</i></span><small class="more">2 attempts</small></a>',
    )
    expect(html({ cells: ["s8\n8 of 10 points\n"] })).not.toContain("more")
    expect(html({ cells: ["p3 posts\n2 cited"] })).toContain(
      '<a href="/x/discussion#student-e1">3 posts<i>, 2 cited</i></a>',
    )
    expect(html({ cells: ["p1 post\n"] })).toContain(">1 post</a>")
  })

  it("draws how far somebody has read, paragraph by paragraph", () => {
    const drawn = html({ cells: ["r3\n3 of 5 sentences"] })
    expect(drawn).toContain('viewBox="0 0 12 14" role="img" aria-label="3 of 5 sentences"')
    expect(drawn).toContain('<use href="#grid-text"/>')
    expect(drawn).toContain('<path class="part" d="M0 4h4v6h-4zM6 4h2v6h-2z"/></svg>3</span>')
    const finished = html({ cells: ["ffinished reading"] })
    expect(finished).toContain('<use href="#grid-text"/><use class="all" href="#grid-read"/></svg></span>')
  })

  it("draws once, in the first row, what the others name", () => {
    const [first, ...others] = whole({}, { cells: ["ftaken", "yread"] }, {}).split("</tr>")
    expect(first).toContain('<path id="grid-text" d="M0 5h4v4h-4zM6 5h6v4h-6z"/>')
    expect(first).toContain('<path id="grid-read" d="M0 4h4v6h-4zM6 4h6v6h-6z"/>')
    expect(first).toContain('id="grid-check"')
    expect(others.join("")).not.toContain("id=")
  })

  it("draws no more rows than it is asked for", () => {
    const rows = packRows([row, row, row])
    const facts = { rows, base: "/x", paragraphs: [], pointsPossible: 1 }
    expect([gridBodyHtml(facts, 2), gridBodyHtml(facts)].map((html) => html.split("<tr").length - 1)).toEqual(
      [2, 3],
    )
  })

  it("sends a cell once, however many have it", () => {
    const rows = packRows([row, { ...row, id: "e2" }])
    expect(rows.split("not yet")).toHaveLength(2)
  })

  it("leaves text text, in names, remarks and words", () => {
    const evil = '"><img src=x onerror=alert(1)>'
    const cells = [".", "y", "f", "r1\n", "o", "s1\n", "p"].map((cell) => `${cell}${evil}\n${evil}\n${evil}`)
    for (const change of [{ name: evil }, { id: evil }, { remarks: [evil] }, { cells }])
      expect(html(change)).not.toContain("<img")
  })
})
