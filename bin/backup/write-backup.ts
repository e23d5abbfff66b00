import { once } from "node:events"
import { type FileHandle, open, rename, rm } from "node:fs/promises"
import path from "node:path"
import { createGzip, type Gzip } from "node:zlib"
import pg from "pg"
import {
  type AppliedMigration,
  BACKUP_FORMAT,
  type BackupHead,
  BackupProblem,
  endLine,
  headLine,
  SAME_TEXT_EVERYWHERE,
  type TableSum,
} from "./backup-format"
import { copyOut } from "./copy-out"
import { listCounters, listTables } from "./list-tables"

export type WrittenBackup = { file: string; madeAt: string; tables: number; rows: number; bytes: number }

/**
 * Writes everything of a database into one file, while it is being used: all of it as it stood in one moment. The file is
 * its owner's alone, has its name once it is whole and on the disk, and takes the place of one of that name.
 *
 * @param call.url of the database, past a pooler
 */
export async function writeBackup(call: { url: string; file: string; now: Date }): Promise<WrittenBackup> {
  const file = path.resolve(call.file)
  const draft = `${file}.part-${process.pid}`
  const client = new pg.Client({ connectionString: call.url })
  await client.connect()
  try {
    const written = await writeDraft(client, draft, call.now)
    await rename(draft, file)
    await flushFolder(path.dirname(file))
    return { file, ...written }
  } finally {
    await client.end()
    await rm(draft, { force: true })
  }
}

async function writeDraft(client: pg.Client, draft: string, now: Date): Promise<Omit<WrittenBackup, "file">> {
  const handle = await open(draft, "wx", 0o600)
  try {
    const sums = await packInto(handle, client, now)
    await handle.sync()
    const { size } = await handle.stat()
    return { madeAt: now.toISOString(), ...sums, bytes: size }
  } finally {
    await handle.close()
  }
}

async function packInto(
  handle: FileHandle,
  client: pg.Client,
  now: Date,
): Promise<{ tables: number; rows: number }> {
  const gzip = createGzip()
  // A full disk must end the copying, which otherwise waits for a drain that never comes.
  const packed = drain(gzip, handle).catch((error) => {
    gzip.destroy(error)
    throw error
  })
  const write = async (chunk: string | Buffer): Promise<void> => {
    if (gzip.errored) throw gzip.errored
    if (!gzip.write(chunk)) await once(gzip, "drain")
  }
  const written = writeSnapshot(client, now, write).finally(() => gzip.end())
  const [sums] = await Promise.all([written, packed])
  return sums
}

async function drain(gzip: Gzip, handle: FileHandle): Promise<void> {
  for await (const chunk of gzip) await handle.writeFile(chunk as Buffer)
}

type Write = (chunk: string | Buffer) => Promise<void>

async function writeSnapshot(
  client: pg.Client,
  now: Date,
  write: Write,
): Promise<{ tables: number; rows: number }> {
  const tables = await listTables(client)
  const quoted = tables.map(({ name }) => client.escapeIdentifier(name))
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  await client.query(SAME_TEXT_EVERYWHERE)
  // Before the snapshot, so that no migration changes a table between it and its copy. Nobody who reads or writes waits for it.
  await client.query(`LOCK TABLE ${quoted.join(", ")} IN ACCESS SHARE MODE`)
  const head = await headOf(client, now)
  const triggers = (turn: string) =>
    quoted.map((name) => `ALTER TABLE ${name} ${turn} TRIGGER USER;\n`).join("")
  await write(`${headLine({ ...head, tables })}\nBEGIN;\n${triggers("DISABLE")}`)
  const sums: Record<string, TableSum> = {}
  for (const table of tables) {
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ")
    await write(`COPY ${client.escapeIdentifier(table.name)} (${columns}) FROM stdin;\n`)
    sums[table.name] = await copyOut(client, table, write)
    await write("\\.\n")
  }
  const counters = await listCounters(client)
  await client.query("COMMIT")
  const set = Object.entries(counters).map(
    ([name, { value, called }]) =>
      `SELECT setval('${client.escapeIdentifier(name)}', ${value}, ${called});\n`,
  )
  await write(`${triggers("ENABLE")}${set.join("")}COMMIT;\n${endLine({ tables: sums, counters })}\n`)
  return { tables: tables.length, rows: Object.values(sums).reduce((total, { rows }) => total + rows, 0) }
}

const MIGRATIONS = `
  SELECT migration_name AS name, checksum FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name`

/** The first statement that reads: the snapshot is of its moment. */
async function headOf(client: pg.Client, now: Date): Promise<Omit<BackupHead, "tables">> {
  const { rows: migrations } = await client.query<AppliedMigration>(MIGRATIONS)
  if (migrations.length === 0) throw new BackupProblem("nothingToBackUp")
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version")
  const server = rows[0]?.server_version ?? "?"
  return { format: BACKUP_FORMAT, madeAt: now.toISOString(), server, migrations }
}

/** The name is on the disk only when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
