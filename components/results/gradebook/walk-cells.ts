/**
 * Walking a table of cells by keyboard: one of them can be tabbed to, arrows move on from it. What is focused in a cell is
 * its link where it has one. The rows are the one that names the columns (`data-walk`), which is row 0, and those of the body.
 */

/** How many rows Page Up and Page Down move by. */
const PAGE = 10

type Place = { row: number; column: number }

const rowsOf = (table: HTMLTableElement): HTMLTableRowElement[] => [
  ...table.querySelectorAll<HTMLTableRowElement>("thead tr[data-walk], tbody tr"),
]

/** Links that Tab passes over until somebody has walked to them: those that sort are none of these. */
const WALKED = "a[data-work], tbody a, tbody td, tbody th"

export const targetOf = (cell: Element | null | undefined): HTMLElement | null =>
  cell instanceof HTMLElement ? (cell.querySelector<HTMLElement>("a") ?? cell) : null

export function placeOf(table: HTMLTableElement, node: EventTarget | null): Place | null {
  const cell =
    node instanceof Element
      ? node.closest<HTMLTableCellElement>("tr[data-walk] th, tbody td, tbody th")
      : null
  const row = cell ? rowsOf(table).indexOf(cell.parentElement as HTMLTableRowElement) : -1
  return cell && row >= 0 ? { row, column: cell.cellIndex } : null
}

export const cellAt = (table: HTMLTableElement, { row, column }: Place): HTMLTableCellElement | null =>
  rowsOf(table)[row]?.cells[column] ?? null

/** Makes this the one cell that Tab comes to, and goes there. */
export function goTo(table: HTMLTableElement, cell: Element | null): boolean {
  const target = targetOf(cell)
  if (!target) return false
  for (const old of table.querySelectorAll<HTMLElement>('[tabindex="0"]'))
    if (old.matches(WALKED)) old.tabIndex = -1
  target.tabIndex = 0
  target.focus()
  target.scrollIntoView({ block: "nearest", inline: "nearest" })
  return true
}

/** Only the first name can be tabbed to; without this script every link can. */
export function beginWalk(table: HTMLTableElement): void {
  for (const link of table.querySelectorAll<HTMLElement>("a[data-work], tbody a")) link.tabIndex = -1
  const first = table.querySelector<HTMLElement>("tbody a")
  if (first) first.tabIndex = 0
}

/** Where a key leads; null: nowhere, or it is not one of ours. Columns that a phone hides are passed over. */
export function nextCell(
  table: HTMLTableElement,
  event: KeyboardEvent | React.KeyboardEvent,
): Element | null {
  const from = placeOf(table, event.target)
  if (!from || event.altKey || event.metaKey || event.shiftKey) return null
  const rows = rowsOf(table)
  const last = { row: rows.length - 1, column: (rows[from.row]?.cells.length ?? 1) - 1 }
  const inline = getComputedStyle(table).direction === "rtl" ? -1 : 1
  const step = { ArrowLeft: -inline, ArrowRight: inline }[event.key]
  if (step !== undefined) return shownFrom(table, { row: from.row, column: from.column + step }, step)
  const moved: Record<string, Place> = {
    ArrowUp: { ...from, row: from.row - 1 },
    ArrowDown: { ...from, row: from.row + 1 },
    PageUp: { ...from, row: Math.max(1, from.row - PAGE) },
    PageDown: { ...from, row: Math.min(last.row, from.row + PAGE) },
    Home: { row: event.ctrlKey ? 1 : from.row, column: 0 },
    End: { row: event.ctrlKey ? last.row : from.row, column: last.column },
  }
  const to = moved[event.key]
  if (!to) return null
  return event.key === "End" ? shownFrom(table, to, -1) : cellAt(table, to)
}

function shownFrom(table: HTMLTableElement, from: Place, step: number): Element | null {
  for (let { column } = from; column >= 0; column += step) {
    const cell = cellAt(table, { ...from, column })
    if (!cell || cell.offsetParent !== null) return cell
  }
  return null
}
