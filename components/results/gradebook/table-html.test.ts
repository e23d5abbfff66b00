import { describe, expect, it } from "vitest"
import { bodyHtml } from "./table-html"

const words = { left: "left", notStarted: "not started", noTotal: "no total yet" }
const row = { id: "e1", name: "Ann", hasLeft: false, total: "50", cells: ["s8½\nlate 2 d", "n·", "mabsent"] }
const html = (change: object = {}, picked: number | null = null) =>
  bodyHtml({ rows: [{ ...row, ...change }], base: "/x/", words, picked })

describe("bodyHtml", () => {
  it("is a plain row, its name a link, its cells small", () => {
    expect(html()).toBe(
      '<tr data-id="e1"><th scope="row"><a href="/x/e1" dir="auto">Ann</a></th>' +
        '<td class="t">50%</td><td>8½<small>late 2 d</small></td>' +
        '<td class="n" aria-label="not started">·</td><td class="m">absent</td></tr>',
    )
    expect(html({ total: null, hasLeft: true }, 1)).toContain('<i aria-label="no total yet">–</i>')
    expect(html({}, 1)).toContain('class="n p"')
  })

  it("leaves text text, in names and in a class's own words", () => {
    const evil = '"><img src=x onerror=alert(1)>'
    for (const change of [{ name: evil }, { id: evil }, { cells: [`e${evil}\n${evil}`] }])
      expect(html(change)).not.toContain("<img")
    expect(html({ name: "‮evil" })).toContain('dir="auto"')
  })
})
