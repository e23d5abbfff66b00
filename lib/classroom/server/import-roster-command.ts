import "server-only"
import { validate } from "uuid"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { PersonWords, PlanFault, PlannedLine } from "@/lib/classroom/roster-plan"
import { addRoster } from "@/lib/classroom/server/add-roster"
import { planRosterOf } from "@/lib/classroom/server/plan-roster"
import { readRosterFile } from "@/lib/classroom/server/read-roster-file"
import { database } from "@/lib/platform/database"

/** `password` is there once accounts were made, and nowhere else. */
export type AddedRow = {
  row: number
  displayName: string
  userName: string
  email: string | null
  password?: string
}
export type ChangedRow = { row: number; userName: string; before: PersonWords; after: PersonWords }
export type UnchangedRow = { row: number; displayName: string; userName: string }
export type RefusedRow = { row: number; text: string; fault: PlanFault | "left" | "waiting" }

export type RosterReport = {
  class: { id: string; name: string }
  dryRun: boolean
  heading: string | null
  added: AddedRow[]
  changed: ChangedRow[]
  unchanged: UnchangedRow[]
  refused: RefusedRow[]
}

/**
 * `colloquy import-roster`: what a file does to a class, or with `dryRun` would do. The class by its id in addresses or its
 * own. Stands above the permission table, as every command does.
 */
export async function importRosterCommand(wanted: {
  bytes: Uint8Array
  classId: string
  dryRun: boolean
}): Promise<Decision<RosterReport>> {
  const room = await findAnyClass(wanted.classId)
  if (!room) return refuse("missing", "people.classUnknown", { params: { id: wanted.classId } })
  const roster = await readRosterFile(wanted.bytes)
  if (!roster.ok) return roster
  const plan = await planRosterOf(room, roster.value)
  if (!plan.ok) return plan
  const report: RosterReport = {
    class: { id: room.publicId, name: room.name },
    dryRun: wanted.dryRun,
    heading: plan.value.heading,
    ...sortLines(plan.value.lines),
  }
  if (wanted.dryRun || report.added.length + report.changed.length === 0) return allow(report)
  const done = await addRoster(plan.value, { classId: room.id, actorId: null })
  if (!done.ok) return done
  const passwords = new Map(done.value.slips.map(({ userName, password }) => [userName, password]))
  const added = report.added.map((row) => ({ ...row, password: passwords.get(row.userName) }))
  return allow({ ...report, added })
}

const findAnyClass = (reference: string) =>
  database().class.findFirst({
    where: validate(reference) ? { id: reference } : { publicId: reference.toLowerCase() },
    select: { id: true, publicId: true, name: true },
  })

type Sorted = Pick<RosterReport, "added" | "changed" | "unchanged" | "refused">

function sortLines(lines: readonly PlannedLine[]): Sorted {
  const sorted: Sorted = { added: [], changed: [], unchanged: [], refused: [] }
  for (const line of lines) sortLine(line, sorted)
  return sorted
}

function sortLine(line: PlannedLine, { added, changed, unchanged, refused }: Sorted): void {
  const row = line.line
  if (line.outcome === "refused") refused.push({ row, text: line.text, fault: line.fault })
  else if (line.outcome === "new")
    added.push({ row, displayName: line.displayName, userName: line.userName, email: line.email ?? null })
  else if (line.outcome === "changed")
    changed.push({ row, userName: line.userName, before: line.before, after: line.after })
  else if (line.outcome === "already")
    unchanged.push({ row, displayName: line.displayName, userName: line.userName })
  else refused.push({ row, text: line.displayName, fault: line.outcome })
}
