import "server-only"
import { decodeTable, tableFormat } from "@/lib/classroom/decode-table"
import type { TableRow } from "@/lib/classroom/roster-columns"
import { readCsv } from "@/lib/classroom/roster-csv"
import { openWorkbook } from "@/lib/classroom/server/open-workbook"
import type { Table } from "@/lib/classroom/server/read-table"

/** The filled rows of a table; null for what is none. To be run in a sealed worker. */
export async function rowsOfTable(table: Table): Promise<TableRow[] | null> {
  if (typeof table === "string") return readCsv(table)
  if (tableFormat(table) === "xlsx") return openWorkbook(table)
  const text = decodeTable(table)
  return text === null ? null : readCsv(text)
}
