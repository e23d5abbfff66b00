import writeExcelFile from "write-excel-file/universal"
import { localTime } from "@/lib/lesson/school-time"
import { type Cell, type Column, clockTime, type Table } from "./table"

/** Excel cuts the name of a sheet here, and takes none with these signs, an apostrophe at an end, or "History". */
const NAME_MOST = 31
const NOT_IN_NAMES = /[[\]:*?/\\\p{Cc}]/gu

/** A cell of a workbook holds no more characters: Excel calls a file with more of them damaged. */
export const CELL_MOST = 32_767
const CUT = "…"

const WIDTH_LEAST = 8
const WIDTH_MOST = 48
/** Of a long table, how many rows are looked at for the width of a column. */
const ROWS_MEASURED = 200

const FORMATS: Partial<Record<Column["kind"], string>> = { date: "yyyy-mm-dd hh:mm", share: "0.000" }

/**
 * A workbook with a sheet for each table: text is text whatever it begins with, so no cell is a formula; numbers and
 * dates are such; the heads stay in sight. Instants are on the clock of the school's zone, since a workbook has none.
 * Signs that XML cannot hold are left out.
 */
export async function xlsxFile(tables: readonly Table[], timeZone: string): Promise<Uint8Array> {
  const names = sheetNames(tables.map(({ name }) => name))
  const sheets = tables.map((table, at) => ({
    data: [
      table.columns.map(({ head }) => ({ value: fitting(head), type: String, fontWeight: "bold" as const })),
      ...table.rows.map((row) => row.map((cell, column) => cellOf(cell, table.columns[column], timeZone))),
    ],
    sheet: names[at] ?? "",
    columns: table.columns.map((_, column) => ({ width: widthOf(table, column, timeZone) })),
    stickyRowsCount: 1,
  }))
  const blob = await writeExcelFile(sheets).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function cellOf(cell: Cell, column: Column | undefined, timeZone: string) {
  if (cell === null || cell === "") return null
  if (typeof cell === "string") return { value: fitting(cell), type: String }
  const format = column && FORMATS[column.kind]
  if (cell instanceof Date)
    return {
      value: new Date(`${localTime(cell, timeZone)}Z`),
      type: Date,
      format: format ?? FORMATS.date,
    }
  return { value: cell, type: Number, ...(format && { format }) }
}

// XML knows one line end, and would make others into it.
function fitting(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n")
  return lines.length > CELL_MOST ? lines.slice(0, CELL_MOST - 1) + CUT : lines
}

function widthOf({ columns, rows }: Table, column: number, timeZone: string): number {
  const lengths = rows.slice(0, ROWS_MEASURED).map((row) => lengthOf(row[column] ?? null, timeZone))
  const longest = Math.max(lengthOf(columns[column]?.head ?? "", timeZone), ...lengths)
  return Math.min(Math.max(longest + 2, WIDTH_LEAST), WIDTH_MOST)
}

const lengthOf = (cell: Cell, timeZone: string): number =>
  cell === null ? 0 : cell instanceof Date ? clockTime(cell, timeZone).length : String(cell).length

/** The names of sheets as Excel takes them, no two the same whatever their case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>(["history"])
  return wanted.map((name) => {
    const plain =
      name
        .replace(NOT_IN_NAMES, " ")
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^'+|'+$/g, "")
        .trim() || "Sheet"
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? "" : ` ${count}`
      const tried =
        plain
          .slice(0, NAME_MOST - tail.length)
          .replace(/'+$/, "")
          .trimEnd() + tail
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}
