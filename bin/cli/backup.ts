import { statSync } from "node:fs"
import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { writeBackup } from "../backup/write-backup"
import { directDatabaseUrl } from "../start/database-urls.mjs"
import { backupRefusal } from "./backup-refusal"
import { type Command, type Outcome, type Say, UsageError } from "./command"

/** `colloquy backup FILE`: everything of the database as it stands in one moment, while it is being used. */
export const backup: Command = {
  name: "backup",
  word: "backup",
  options: {},
  positionals: [1, 1],
  needsDatabase: () => true,
  asItIs: true,
  run: (given, say) => takeBackup(given.positionals[0] ?? "", say),
}

async function takeBackup(file: string, say: Say): Promise<Outcome> {
  if (file === "" || isFolder(file)) throw new UsageError(say("backup.fileNeeded"))
  try {
    const written = await writeBackup({ url: directDatabaseUrl() ?? "", file, now: now() })
    const { tables, rows, bytes } = written
    return allow({
      value: { ...written, holds: "database", holdsNot: NOT_IN_IT },
      lines: [
        say("backup.written", { file, tables, rows, kilobytes: Math.ceil(bytes / 1024) }),
        say("backup.holdsNot", { folder: process.env.COLLOQUY_DATA ?? "" }),
      ],
    })
  } catch (error) {
    return backupRefusal(error) ?? refuse("conflict", "cli.notWritten", { params: { file } })
  }
}

/** What a school must keep beside a backup: without the key nobody's authenticator app works any more. */
const NOT_IN_IT = ["secrets.json: sessionSecret", "secrets.json: factorKey", "settings of the environment"]

function isFolder(file: string): boolean {
  return statSync(path.resolve(file), { throwIfNoEntry: false })?.isDirectory() ?? false
}
