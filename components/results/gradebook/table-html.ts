import { escapeHtml } from "@/lib/reading/article-html"
import type { RowView } from "@/lib/results/gradebook/table-view"

export type TableHtmlFacts = {
  rows: readonly RowView[]
  /** Where a student's page is: this with the enrolment after it. */
  base: string
  words: { left: string; notStarted: string; noTotal: string }
  /** Place of the column that a phone shows; null: none. */
  picked: number | null
}

/**
 * The body of the table as one string: a big class has twelve thousand cells, and each would be an element to make, to send
 * twice and to wake up. One handler for all of them walks and opens them. Everything that somebody typed is escaped.
 */
export const bodyHtml = ({ rows, base, words, picked }: TableHtmlFacts): string =>
  rows.map((row) => rowHtml(row, { base, words, picked })).join("")

type RowFacts = Omit<TableHtmlFacts, "rows">

function rowHtml({ id, name, hasLeft, total, cells }: RowView, { base, words, picked }: RowFacts): string {
  const left = hasLeft ? `<small>${escapeHtml(words.left)}</small>` : ""
  const link = `<a href="${escapeHtml(base + id)}" dir="auto">${escapeHtml(name)}</a>`
  const sum = total === null ? `<i aria-label="${escapeHtml(words.noTotal)}">–</i>` : `${total}%`
  const head = `<th scope="row">${link}${left}</th><td class="t">${sum}</td>`
  const rest = cells.map((cell, at) => cellHtml(cell, words.notStarted, at === picked)).join("")
  return `<tr data-id="${escapeHtml(id)}"${hasLeft ? ' class="gone"' : ""}>${head}${rest}</tr>`
}

/** See `TableView` for how a cell comes. */
function cellHtml(cell: string, notStarted: string, isPicked: boolean): string {
  const [text = "", note] = cell.slice(1).split("\n")
  const letter = `${cell[0] ?? ""}${isPicked ? " p" : ""}`
  const kind = letter === "s" ? "" : ` class="${letter}"`
  const label = cell[0] === "n" ? ` aria-label="${escapeHtml(notStarted)}"` : ""
  return `<td${kind}${label}>${escapeHtml(text)}${note ? `<small>${escapeHtml(note)}</small>` : ""}</td>`
}
