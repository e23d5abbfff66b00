import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { ROSTER_BYTES_MAX, tableFormat } from "@/lib/classroom/decode-table"
import type { PastedRoster } from "@/lib/classroom/roster-list"
import { readRosterTable } from "@/lib/classroom/roster-table"
import { readTable } from "@/lib/classroom/server/read-table"

/** The class list in a CSV or XLSX file, told apart by their bytes and not by their names. Saves nothing. */
export async function readRosterFile(bytes: Uint8Array): Promise<Decision<PastedRoster>> {
  if (bytes.length === 0) return refuse("invalid", "people.rosterFileMissing", { field: "file" })
  if (bytes.length > ROSTER_BYTES_MAX)
    return refuse("too-large", "people.rosterFileLarge", {
      params: { kilobytes: Math.ceil(bytes.length / 1000), maximum: ROSTER_BYTES_MAX / 1000 },
      field: "file",
    })
  if (tableFormat(bytes) === "xls") return refuse("invalid", "people.rosterFileOld", { field: "file" })
  const rows = await readTable(bytes)
  return rows
    ? allow(readRosterTable(rows))
    : refuse("invalid", "people.rosterFileUnreadable", { field: "file" })
}
