import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { allow, refuse } from "@/lib/access/refusal"
import { pool } from "@/lib/platform/database"
import { checkBackup } from "../backup/check-backup"
import { type RestoredBackup, restoreBackup } from "../backup/restore-backup"
import { openEmbeddedPostgres, stopEmbeddedPostgres } from "../embedded-postgres.mjs"
import { directDatabaseUrl } from "../start/database-urls.mjs"
import { applyMigrations } from "../start/migrations.mjs"
import { backupRefusal } from "./backup-refusal"
import type { Command, Outcome, Say } from "./command"

/** `colloquy restore FILE [--verify]`: fills an empty database with a backup, or only looks whether that would work. */
export const restore: Command = {
  name: "restore",
  word: "restore",
  options: { verify: { type: "boolean" }, "end-sessions": { type: "boolean" } },
  positionals: [1, 1],
  needsDatabase: (given) => given.values.verify !== true,
  asItIs: true,
  async run(given, say) {
    const file = given.positionals[0] ?? ""
    try {
      if (given.values.verify === true) return await verify(file, say)
      return await restoreHere(file, given.values["end-sessions"] === true, say)
    } catch (error) {
      return backupRefusal(error) ?? refuse("conflict", "cli.notWritten", { params: { file } })
    }
  },
}

async function restoreHere(file: string, endSessions: boolean, say: Say): Promise<Outcome> {
  const url = directDatabaseUrl() ?? ""
  const restored = await restoreBackup({ url, file })
  await applyMigrations(url, { reset: false })
  const ended = endSessions ? ((await pool().query('DELETE FROM "Session"')).rowCount ?? 0) : 0
  const steps = (await pool().query('SELECT 1 FROM "SecondFactor"')).rowCount ?? 0
  const more = { verified: true, restored: true, sessionsEnded: ended, secondFactors: steps }
  const done = outcomeOf(restored, "restore.restored", more, say)
  if (done.ok && steps > 0) done.value.lines.push(say("restore.secondFactors", { count: steps }))
  return done
}

/** Restores into a PostgreSQL of its own in a folder that goes afterwards, and brings it up to date there. */
async function verify(file: string, say: Say): Promise<Outcome> {
  await checkBackup(file)
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-verify-"))
  try {
    const server = await openEmbeddedPostgres({ folder, settings: { fsync: "off" } })
    const url = server.urlOf("colloquy")
    const restored = await restoreBackup({ url, file })
    await applyMigrations(url, { reset: false, backsUp: false })
    return outcomeOf(restored, "restore.verified", { verified: true, restored: false }, say)
  } finally {
    await stopEmbeddedPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

function outcomeOf(restored: RestoredBackup, key: string, more: Record<string, unknown>, say: Say): Outcome {
  const { madeAt, tables, rows } = restored
  return allow({ value: { ...restored, ...more }, lines: [say(key, { madeAt, tables, rows })] })
}
