import { readdirSync } from "node:fs"
import path from "node:path"
import { allow } from "@/lib/access/refusal"
import { erasePersonCommand } from "@/lib/classroom/server/keeping/erase-person"
import type { Command } from "./command"

/** `colloquy erase-person ID`: everything of a person, for good. Says numbers only. */
export const erasePerson: Command = {
  name: "erase-person",
  word: "erasePerson",
  options: { "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  needsDatabase: () => true,
  async run(given, say) {
    const dryRun = given.values["dry-run"] === true
    const erased = await erasePersonCommand(given.positionals[0] ?? "", { dryRun })
    if (!erased.ok) return erased
    const { removed, stays, mentions } = erased.value
    const backups = backupsInDataFolder()
    const lines = [
      say(dryRun ? "erasePerson.would" : "erasePerson.done"),
      ...countLines(removed),
      say("erasePerson.stays"),
      ...countLines(stays),
      ...Object.entries(mentions).map(([table, count]) => say("erasePerson.mention", { table, count })),
      ...(backups > 0 ? [say("erasePerson.backups", { count: backups, folder: backupFolder() })] : []),
      say("erasePerson.devices"),
    ]
    return allow({ value: { dryRun, ...erased.value, olderBackups: backups }, lines })
  },
}

/** One line for each kind that there was any of. */
export const countLines = (counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(
      ([name, count]) =>
        `  ${String(count).padStart(6)}  ${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
    )

const backupFolder = (): string => path.join(process.env.COLLOQUY_DATA ?? ".colloquy", "backups")

/** Files that were written while the person was there, and hold them still. */
function backupsInDataFolder(): number {
  try {
    return readdirSync(backupFolder()).length
  } catch {
    return 0
  }
}
