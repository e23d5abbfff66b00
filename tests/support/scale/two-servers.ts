import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { closeDatabase } from "@/lib/platform/database"
import { startPostgres } from "@/tests/support/debian-postgres"
import { findPgBouncer, startPgBouncer } from "@/tests/support/pgbouncer"
import { startColloquy } from "@/tests/support/start-server"

type Server = Awaited<ReturnType<typeof startColloquy>>
export type OneOfTwo = Server & { port: number }

export type TwoServers = {
  /** Two processes of the app, with nothing in common but the database and the secrets. */
  servers: [OneOfTwo, OneOfTwo]
  /** As the servers have them: through the pooler where there is one, and to PostgreSQL itself. */
  databaseUrl: string
  directUrl: string
  /** "PostgreSQL 15.14, PgBouncer in transaction mode" */
  described: string
  hasPooler: boolean
  stop: () => Promise<void>
}

/**
 * A PostgreSQL with an empty database, PgBouncer before it where it is installed, and two app processes that are started at the same
 * moment. From here on `database()` of this process leads straight to that database.
 */
export async function startTwoServers(environment: Record<string, string>): Promise<TwoServers> {
  const postgres = await startPostgres()
  const direct = postgres.urlOf("colloquy")
  const version = await prepare(postgres.urlOf("postgres"))
  const program = findPgBouncer()
  const pooler = program ? await startPgBouncer(program, postgres) : null
  const databaseUrl = pooler?.url ?? direct
  const folders = [0, 1].map(() => mkdtempSync(path.join(os.tmpdir(), "colloquy-scale-")))
  const both = {
    ...environment,
    DATABASE_URL: databaseUrl,
    ...(pooler ? { DIRECT_DATABASE_URL: direct } : {}),
  }
  const started = await Promise.all(
    folders.map((dataFolder) => startColloquy({ dataFolder, environment: both })),
  )
  const [first, second] = started.map((server) => ({
    ...server,
    port: Number(new URL(server.ready.address).port),
  }))
  if (!first || !second) throw new Error("two servers were to be started")
  const before = process.env.DATABASE_URL
  await closeDatabase()
  process.env.DATABASE_URL = direct
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()))
    await closeDatabase()
    process.env.DATABASE_URL = before
    await pooler?.stop()
    await postgres.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
  const described = `PostgreSQL ${version}, ${pooler ? "PgBouncer in transaction mode" : "no PgBouncer installed"}`
  return {
    servers: [first, second],
    databaseUrl,
    directUrl: direct,
    described,
    hasPooler: pooler !== null,
    stop,
  }
}

/** The embedded server has its database already. Answers the server's version. */
async function prepare(adminUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = 'colloquy'")
    if (!rowCount) await admin.query("CREATE DATABASE colloquy")
    const { rows } = await admin.query<{ version: string }>(
      "SELECT split_part(current_setting('server_version'), ' ', 1) AS version",
    )
    return rows[0]?.version ?? "?"
  } finally {
    await admin.end()
  }
}
