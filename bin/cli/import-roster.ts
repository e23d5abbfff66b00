import { readFileSync } from "node:fs"
import { allow, refuse } from "@/lib/access/refusal"
import {
  importRosterCommand,
  type RefusedRow,
  type RosterReport,
} from "@/lib/classroom/server/import-roster-command"
import { type Command, type Say, textOf, UsageError } from "./command"
import { sentenceOf } from "./sentences"

/** `colloquy import-roster FILE --class ID`. */
export const importRoster: Command = {
  name: "import-roster",
  word: "importRoster",
  options: { class: { type: "string" }, "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  needsDatabase: () => true,
  async run(given, say) {
    const classId = textOf(given, "class")
    if (!classId) throw new UsageError(say("importRoster.classNeeded"))
    const file = given.positionals[0] ?? ""
    const bytes = readOptional(file)
    if (!bytes) return refuse("missing", "cli.noFile", { params: { file } })
    const outcome = await importRosterCommand({ bytes, classId, dryRun: given.values["dry-run"] === true })
    if (!outcome.ok) return outcome
    const report = outcome.value
    const refused = report.refused.map((row) => ({ ...row, reason: reasonOf(row) }))
    return allow({ value: { ...report, refused }, lines: linesOf(report, say) })
  },
}

function readOptional(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

const reasonOf = ({ fault }: RefusedRow): string =>
  fault === "left" || fault === "waiting"
    ? sentenceOf(`people.roster.outcomes.${fault}`)
    : sentenceOf(`people.roster.refused.${fault}`)

function linesOf({ class: room, dryRun, heading, ...rows }: RosterReport, say: Say): string[] {
  const words = ({ displayName, email }: { displayName: string; email: string | null }) =>
    email ? `${displayName} <${email}>` : displayName
  return [
    room.name,
    ...(heading ? [sentenceOf("people.roster.heading", { text: heading })] : []),
    ...rows.added.map(
      ({ row, userName, password, ...person }) =>
        `+ ${row}  ${words(person)}  ${userName}${password ? `  ${password}` : ""}`,
    ),
    ...rows.changed.map(({ row, before, after }) => `~ ${row}  ${words(before)} → ${words(after)}`),
    ...rows.unchanged.map(({ row, displayName, userName }) => `= ${row}  ${displayName}  ${userName}`),
    ...rows.refused.map((row) => `! ${row.row}  ${row.text}: ${reasonOf(row)}`),
    say("importRoster.counts", {
      added: rows.added.length,
      changed: rows.changed.length,
      unchanged: rows.unchanged.length,
      refused: rows.refused.length,
    }),
    dryRun ? say("importReading.dry") : say("importRoster.once"),
  ]
}
