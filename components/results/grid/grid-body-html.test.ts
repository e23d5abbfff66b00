import { describe, expect, it } from "vitest"
import { gridBodyHtml } from "./grid-body-html"

const row = { id: "e1", name: "Ann", remarks: ["until Friday"], hasLeft: false, cells: [".not yet"] }
const html = (change: object = {}) =>
  gridBodyHtml({ rows: [{ ...row, ...change }], base: "/x", paragraphs: [2, 3], pointsPossible: 10 })

describe("gridBodyHtml", () => {
  it("is a plain row: its name a link, a sign that is read out as a word", () => {
    expect(html()).toBe(
      '<tr><th scope="row"><a href="/x/students/e1" dir="auto">Ann</a><small>until Friday</small></th>' +
        '<td><i><span aria-hidden="true">·</span><span class="sr-only">not yet</span></i></td></tr>',
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
    expect(drawn).toContain('<path d="M0 5h4v4h-4zM6 5h6v4h-6z"/>')
    expect(drawn).toContain('<path class="part" d="M0 4h4v6h-4zM6 4h2v6h-2z"/></svg>3</span>')
    const finished = html({ cells: ["ffinished reading"] })
    expect(finished).toContain('<path class="all" d="M0 4h4v6h-4zM6 4h6v6h-6z"/></svg></span>')
  })

  it("leaves text text, in names, remarks and words", () => {
    const evil = '"><img src=x onerror=alert(1)>'
    const cells = [".", "y", "f", "r1\n", "o", "s1\n", "p"].map((cell) => `${cell}${evil}\n${evil}\n${evil}`)
    for (const change of [{ name: evil }, { id: evil }, { remarks: [evil] }, { cells }])
      expect(html(change)).not.toContain("<img")
  })
})
