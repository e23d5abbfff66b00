import "server-only"
import type { TableRow } from "@/lib/classroom/roster-columns"
import { readSealed } from "@/lib/platform/read-sealed"

/** The file of the worker that reads tables, from the project's folder. */
const TABLE_WORKER = "lib/classroom/server/table-worker.ts"

/** A table: the bytes of a CSV or XLSX file, or the text of a CSV file. */
export type Table = Uint8Array | string

/** The filled rows of a table, read in a sealed worker. Null for what is no table, or too much of one. */
export async function readTable(table: Table): Promise<TableRow[] | null> {
  const answer = await readSealed<TableRow[] | null>(TABLE_WORKER, table)
  return answer.ok ? answer.value : null
}
