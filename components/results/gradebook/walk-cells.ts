/**
 * Walking a table of cells by keyboard: one of them can be tabbed to, arrows move on from it. What is focused in a cell is
 * its link where it has one. Rows are those of the body, and of the head the one that names the columns.
 */

/** How many rows Page Up and Page Down move by. */
const PAGE = 10

type Place = { row: number; column: number }

const rowsOf = (table: HTMLTableElement): HTMLTableRowElement[] =>
  [...table.tBodies].flatMap((body) => [...body.rows])

export const targetOf = (cell: Element | null | undefined): HTMLElement | null =>
  cell instanceof HTMLElement ? (cell.querySelector<HTMLElement>("a") ?? cell) : null

export function placeOf(table: HTMLTableElement, node: EventTarget | null): Place | null {
  const cell = node instanceof Element ? node.closest<HTMLTableCellElement>("tbody td, tbody th") : null
  const row = cell ? rowsOf(table).indexOf(cell.parentElement as HTMLTableRowElement) : -1
  return cell && row >= 0 ? { row, column: cell.cellIndex } : null
}

export const cellAt = (table: HTMLTableElement, { row, column }: Place): HTMLTableCellElement | null =>
  rowsOf(table)[row]?.cells[column] ?? null

/** Makes this the one cell that Tab comes to, and goes there. */
export function goTo(table: HTMLTableElement, cell: Element | null): boolean {
  const target = targetOf(cell)
  if (!target) return false
  for (const old of table.querySelectorAll<HTMLElement>('tbody [tabindex="0"]')) old.tabIndex = -1
  target.tabIndex = 0
  target.focus()
  target.scrollIntoView({ block: "nearest", inline: "nearest" })
  return true
}

/** Only the first name can be tabbed to; without this script every name can. */
export function beginWalk(table: HTMLTableElement): void {
  for (const [at, link] of [...table.querySelectorAll<HTMLElement>("tbody a")].entries())
    link.tabIndex = at === 0 ? 0 : -1
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
    PageUp: { ...from, row: Math.max(0, from.row - PAGE) },
    PageDown: { ...from, row: Math.min(last.row, from.row + PAGE) },
    Home: { row: event.ctrlKey ? 0 : from.row, column: 0 },
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
