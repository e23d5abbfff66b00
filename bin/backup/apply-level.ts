import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import type pg from "pg"
import { type AppliedMigration, BackupProblem } from "./backup-format"

const migrationsFolder = path.resolve(import.meta.dirname, "../../prisma/migrations")

/** The table in which Prisma keeps what was applied. Its rows come out of the backup. */
const LEDGER = `
  CREATE TABLE "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** Brings an empty database to where the backup's was: its tables then have exactly the columns that the file fills. */
export async function applyLevel(client: pg.Client, migrations: readonly AppliedMigration[]): Promise<void> {
  const scripts = migrations.map(scriptOf)
  await client.query(LEDGER)
  for (const script of scripts) await client.query(script)
}

/** A migration that this copy does not have, or has otherwise, means a backup from a newer or a changed Colloquy. */
function scriptOf({ name, checksum }: AppliedMigration): string {
  const file = path.join(migrationsFolder, path.basename(name), "migration.sql")
  const script = existsSync(file) ? readFileSync(file, "utf8") : null
  if (script === null) throw new BackupProblem("backupNewer", { name })
  if (createHash("sha256").update(script).digest("hex") !== checksum)
    throw new BackupProblem("backupChanged", { name })
  return script
}
