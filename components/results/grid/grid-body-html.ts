import type { GridRowView } from "@/components/results/grid/grid-row-view"
import { escapeHtml } from "@/lib/reading/article-html"

export type GridBodyFacts = {
  /** See `packRows`. */
  rows: string
  /** The assignment's address. */
  base: string
  /** Sentences in each paragraph. */
  paragraphs: readonly number[]
  pointsPossible: number
}

/** As many as are ever seen before the script that draws the others has come. */
export const ROWS_AT_FIRST = 60

/**
 * Rows as one string, each cell that several have written once: what Next is given it visits, writes, reads and escapes value
 * by value, and of these there are thousands.
 */
export function packRows(rows: readonly GridRowView[]): string {
  const places = new Map<string, number>()
  const placeOf = (cell: string): number => {
    const place = places.get(cell) ?? places.size
    places.set(cell, place)
    return place
  }
  const packed = rows.map(
    ({ id, name, hasLeft, remarks, cells }): PackedRow => [
      id,
      name,
      hasLeft ? 1 : 0,
      remarks,
      cells.map(placeOf),
    ],
  )
  return JSON.stringify([[...places.keys()], packed])
}

type PackedRow = [id: string, name: string, hasLeft: 0 | 1, remarks: string[], cells: number[]]

function unpackRows(rows: string): GridRowView[] {
  const [cells, packed] = JSON.parse(rows) as [string[], PackedRow[]]
  return packed.map(([id, name, hasLeft, remarks, places]) => ({
    id,
    name,
    hasLeft: hasLeft === 1,
    remarks,
    cells: places.map((place) => cells[place] ?? ""),
  }))
}

/**
 * The body of the grid as one string: three hundred students would be twenty thousand elements to make, to send twice and to
 * wake up. What it looks like stands in grid-body.css. Everything that somebody typed is escaped. What most rows draw alike is
 * drawn once, in the first, and named by the others. No more rows than `most`.
 */
export function gridBodyHtml(
  { rows, base, paragraphs, pointsPossible }: GridBodyFacts,
  most = Number.POSITIVE_INFINITY,
): string {
  const ruler = rulerOf(paragraphs)
  return unpackRows(rows)
    .slice(0, most)
    .map((row, at) => {
      const href = escapeHtml(`${base}/students/${row.id}`)
      const posts = escapeHtml(`${base}/discussion#student-${row.id}`)
      const cells = row.cells.map(
        (cell) => `<td>${cellHtml(cell, { href, posts, ruler, pointsPossible })}</td>`,
      )
      return `<tr${row.hasLeft ? ' class="gone"' : ""}>${headHtml(row, href, at === 0 ? ruler.drawn : "")}${cells.join("")}</tr>`
    })
    .join("")
}

const headHtml = ({ name, remarks }: GridRowView, href: string, drawn: string): string =>
  `<th scope="row">${drawn}<a href="${href}" dir="auto">${escapeHtml(name)}</a>${remarks
    .map((remark) => `<small>${escapeHtml(remark)}</small>`)
    .join("")}</th>`

type Around = { href: string; posts: string; ruler: Ruler; pointsPossible: number }

/** See `GridRowView` for how a cell comes. */
function cellHtml(cell: string, { href, posts, ruler, pointsPossible }: Around): string {
  const [first = "", second = "", third = ""] = cell.slice(1).split("\n").map(escapeHtml)
  switch (cell[0]) {
    case "y":
      return `<span class="done">${CHECK}${first}</span>`
    case "f":
      return `<span class="read">${ruler.at(null, first)}</span>`
    case "r":
      return `<span class="read">${ruler.at(Number(first), second)}${first}</span>`
    case "o":
      return `<a href="${href}"><small>${first}</small></a>`
    case "s":
      return (
        `<a href="${href}"><span class="sr-only">${second}</span><span aria-hidden="true"><b>${first}</b>` +
        `<i> / ${pointsPossible}</i></span>${third && `<small class="more">${third}</small>`}</a>`
      )
    case "p":
      return `<a href="${posts}">${first}${second && `<i>, ${second}</i>`}</a>`
    default:
      return `<i class="none">${first}</i>`
  }
}

const CHECK = '<svg viewBox="0 0 24 24" aria-hidden="true"><use href="#grid-check"/></svg>'

const CHECK_DRAWN =
  '<path id="grid-check" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M20 6 9 17l-5-5"/>'

type Ruler = {
  /** What the others name. */
  drawn: string
  /** `read` is null where the text was read to its end; the label is escaped already. */
  at: (read: number | null, label: string) => string
}

const TICK = 2
const GAP = 2

/** How far somebody has read: one bar per paragraph, as long as it has sentences, filled up to where they are. */
function rulerOf(paragraphs: readonly number[]): Ruler {
  const starts = paragraphs.map((_, at) => paragraphs.slice(0, at).reduce((sum, count) => sum + count, 0))
  const width = paragraphs.reduce((sum, count) => sum + count * TICK + GAP, 0) - GAP
  const bars = (lengthAt: (at: number, count: number) => number, top: number, height: number) =>
    paragraphs
      .map((count, at) => {
        const long = lengthAt(at, count) * TICK
        return long > 0 ? `M${(starts[at] ?? 0) * TICK + at * GAP} ${top}h${long}v${height}h-${long}z` : ""
      })
      .join("")
  const whole = bars((_, count) => count, 5, 4)
  const full = bars((_, count) => count, 4, 6)
  const upTo = (read: number) =>
    bars((at, count) => Math.max(0, Math.min(count, read - (starts[at] ?? 0))), 4, 6)
  return {
    drawn:
      '<svg class="drawn" width="0" height="0" aria-hidden="true"><defs>' +
      `${CHECK_DRAWN}<path id="grid-text" d="${whole}"/><path id="grid-read" d="${full}"/></defs></svg>`,
    at: (read, label) =>
      `<svg width="${width}" height="14" viewBox="0 0 ${width} 14" role="img" aria-label="${label}">` +
      `<use href="#grid-text"/>${read === null ? '<use class="all" href="#grid-read"/>' : `<path class="part" d="${upTo(read)}"/>`}</svg>`,
  }
}
