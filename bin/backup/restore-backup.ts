import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import pg from "pg"
import { from } from "pg-copy-streams"
import { applyLevel } from "./apply-level"
import {
  type BackedUpTable,
  type BackupEnd,
  type BackupHead,
  BackupProblem,
  SAME_TEXT_EVERYWHERE,
} from "./backup-format"
import { checkBackup, findRows, sameSum } from "./check-backup"
import { copyOut } from "./copy-out"
import { listTables } from "./list-tables"
import { BackupReader } from "./read-backup"

export type RestoredBackup = { madeAt: string; server: string; tables: number; rows: number }

/** Rows that a start without people makes by itself. */
const MADE_BY_A_START = new Set(["_prisma_migrations", "SetupLink", "RateLimit"])

/**
 * Fills an empty database with a backup, in one transaction: all of it, read back and compared with the sums of the file,
 * or nothing. The database is left at the backup's own migrations; the later ones are the caller's to apply.
 *
 * @param call.url of the database, past a pooler, as the owner of its tables
 */
export async function restoreBackup(call: { url: string; file: string }): Promise<RestoredBackup> {
  const { head, end } = await checkBackup(call.file)
  const client = new pg.Client({ connectionString: call.url })
  await client.connect()
  try {
    await refuseFull(client)
    await fillOrEmpty(client, { file: call.file, head, end })
    const rows = Object.values(end.tables).reduce((total, sum) => total + sum.rows, 0)
    return { madeAt: head.madeAt, server: head.server, tables: head.tables.length, rows }
  } finally {
    await client.end()
  }
}

type Checked = { file: string; head: BackupHead; end: BackupEnd }

async function refuseFull(client: pg.Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (MADE_BY_A_START.has(name)) continue
    const { rowCount } = await client.query(`SELECT 1 FROM ${client.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount) throw new BackupProblem("databaseFull", { table: name })
  }
}

const EMPTIED = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"

/** Tables without their rows would be taken for a database that somebody else has begun: where filling fails none are left. */
async function fillOrEmpty(client: pg.Client, checked: Checked): Promise<void> {
  await client.query(EMPTIED)
  try {
    await applyLevel(client, checked.head.migrations)
    await refuseOtherColumns(client, checked.head)
    await load(client, checked)
  } catch (error) {
    await client.query("ROLLBACK")
    await client.query(EMPTIED)
    throw error
  }
}

/** The names in the file go into statements: they must be those of the tables that stand now. */
async function refuseOtherColumns(client: pg.Client, head: BackupHead): Promise<void> {
  const shape = (tables: readonly BackedUpTable[]) =>
    JSON.stringify(tables.map(({ name, columns, key }) => [name, [...columns].sort(), key]).sort())
  if (shape(await listTables(client)) !== shape(head.tables)) throw new BackupProblem("backupOtherTables")
}

async function load(client: pg.Client, { file, head, end }: Checked): Promise<void> {
  const triggers = (turn: "DISABLE" | "ENABLE") =>
    head.tables
      .map(({ name }) => `ALTER TABLE ${client.escapeIdentifier(name)} ${turn} TRIGGER USER`)
      .join(";")
  await client.query("BEGIN")
  await client.query(SAME_TEXT_EVERYWHERE)
  // What triggers keep (counts of a thread) is in the file as it was: counted again, it would be counted twice.
  await client.query(triggers("DISABLE"))
  await fillTables(client, file, head)
  await client.query(triggers("ENABLE"))
  for (const [name, { value, called }] of Object.entries(end.counters)) {
    const values = [client.escapeIdentifier(name), value, called]
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", values)
  }
  for (const table of head.tables)
    if (!sameSum(end.tables[table.name], await copyOut(client, table)))
      throw new BackupProblem("backupDiffers", { table: table.name })
  await client.query("COMMIT")
}

async function fillTables(client: pg.Client, file: string, head: BackupHead): Promise<void> {
  const reader = new BackupReader(file)
  try {
    for (const { name, columns } of head.tables) {
      await findRows(reader)
      const named = columns.map((column) => client.escapeIdentifier(column)).join(", ")
      const table = client.query(from(`COPY ${client.escapeIdentifier(name)} (${named}) FROM STDIN`))
      await pipeline(Readable.from(reader.rows()), table)
    }
  } finally {
    await reader.close()
  }
}
