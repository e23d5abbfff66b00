import { stringify } from "csv-stringify/sync"
import { type Cell, clockTime, type Table } from "./table"

/** Tells a spreadsheet that the file is UTF-8; without it Excel shows "TomÃ¡s". */
const BYTE_ORDER_MARK = "\uFEFF"

type PlainCell = Exclude<Cell, Date>

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): a leading =, +,
 * -, @, tab or carriage return, and their full-width twins, also behind blanks.
 */
export function harmlessCell(value: PlainCell): PlainCell {
  if (typeof value !== "string") return value
  return /^[\s\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
}

/** RFC 4180 with CRLF, a byte-order mark and no formulas. */
export const csvFile = (rows: readonly (readonly PlainCell[])[]): string => BYTE_ORDER_MARK + csvLines(rows)

/** The same without its mark: what follows in a file that is written piece by piece. */
export function csvLines(rows: readonly (readonly PlainCell[])[]): string {
  const safe = rows.map((row) => row.map((cell) => harmlessCell(cell) ?? ""))
  // A lone line end inside a cell is not the record's delimiter to the library, but it is to a spreadsheet.
  return stringify(safe, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ })
}

/** A table as a file: its heads, then its rows. Instants are on the clock of the school's zone. */
export const tableCsv = (table: Table, timeZone: string): string =>
  csvFile([table.columns.map(({ head }) => head), ...plainRows(table, timeZone)])

/** The rows of a table as a file of values has them. */
export const plainRows = ({ rows }: Table, timeZone: string): PlainCell[][] =>
  rows.map((row) => row.map((cell) => (cell instanceof Date ? clockTime(cell, timeZone) : cell)))
