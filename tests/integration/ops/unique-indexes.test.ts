import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listIndexes } from "@/tests/guards/drop-index"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser } from "@/tests/support/factories"
import { fillEveryTable } from "@/tests/support/fill-every-table"
import { once } from "./once"

useTestDatabase()

let client: pg.Client

beforeAll(async () => {
  const staff = await makeUser("teacher")
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  client.on("error", () => {})
  await client.connect()
  await fillEveryTable(client, { staff: staff.id, words: (table, column) => `${table} ${column}` })
})

afterAll(() => client.end())

const tableOf = (name: string): string => name.split("_")[0] ?? name

/** Takes every other promise that something is there once from its table: an exact copy breaks them all. */
async function leaveAlone(name: string): Promise<void> {
  const { rows } = await client.query<{ index: string; constraint: string | null }>(
    `SELECT i.relname AS index, c.conname AS constraint
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.contype IN ('p', 'u')
     WHERE x.indisunique AND x.indrelid = $1::regclass AND i.relname <> $2`,
    [pg.escapeIdentifier(tableOf(name)), name],
  )
  for (const { index, constraint } of rows)
    await client.query(
      constraint
        ? `ALTER TABLE ${pg.escapeIdentifier(tableOf(name))} DROP CONSTRAINT ${pg.escapeIdentifier(constraint)} CASCADE`
        : `DROP INDEX ${pg.escapeIdentifier(index)} CASCADE`,
    )
}

/** Copies a row of its table, the one that `set` was done to. Resolves to the index that refused the copy. */
async function refusedBy(name: string, set: string | undefined): Promise<string | undefined> {
  const table = pg.escapeIdentifier(tableOf(name))
  const { rows } = await client.query<{ column: string }>(
    `SELECT quote_ident(column_name) AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [tableOf(name)],
  )
  const columns = rows.map(({ column }) => column).join(", ")
  await client.query("BEGIN")
  try {
    await client.query("SET LOCAL session_replication_role = replica")
    await leaveAlone(name)
    if (set) await client.query(`UPDATE ${table} SET ${set} WHERE ctid = (SELECT min(ctid) FROM ${table})`)
    await client.query(
      `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${table} ORDER BY ctid DESC LIMIT 1`,
    )
    return undefined
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === "23505" ? error.constraint : String(error)
  } finally {
    await client.query("ROLLBACK")
  }
}

describe("what may be there once", () => {
  it("is what is written down, no more and no less", async () => {
    const found = await listIndexes(String(process.env.DATABASE_URL))
    expect(found.map(({ name, columns }) => `${name} ${columns}`)).toEqual(
      once.map(({ name, columns }) => `${name} ${columns}`),
    )
  })

  it.each(once)("refuses a second row: $name", async ({ name, set }) => {
    expect(await refusedBy(name, set)).toBe(name)
  })
})
