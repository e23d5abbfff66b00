/** A column's title, and what it says of a row. */
export type TableColumn<T> = readonly [string, (row: T) => string]

/** A plain table for a terminal: the first column begins at the left, all others end at the right. */
export function renderTable<T>(columns: readonly TableColumn<T>[], rows: readonly T[]): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return cells.map((row) => row.map(pad).join("  ")).join("\n")
}
