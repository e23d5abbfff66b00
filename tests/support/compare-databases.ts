import pg from "pg"
import { listTables } from "../../bin/backup/list-tables"

/**
 * Compares two databases row by row, by other means than a backup's: every row as JSON, every counter, every trigger and
 * whether it is on. `different` names what is not the same.
 */
export async function compareDatabases(
  one: string,
  other: string,
): Promise<{ compared: number; different: string[] }> {
  const [left, right] = await Promise.all([contentsOf(one), contentsOf(other)])
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return { compared: names.size, different: [...names].filter((name) => left[name] !== right[name]) }
}

async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("SET timezone = 'UTC'")
    const contents: Record<string, string> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(
        `SELECT to_jsonb(t)::text AS row FROM ${pg.escapeIdentifier(name)} t ORDER BY to_jsonb(t)::text COLLATE "C"`,
      )
      contents[name] = rows.map(({ row }) => row).join("\n")
    }
    for (const [name, text] of WHOLE) contents[name] = JSON.stringify((await client.query(text)).rows)
    return contents
  } finally {
    await client.end()
  }
}

const WHOLE: [name: string, text: string][] = [
  [
    "triggers",
    `SELECT tgrelid::regclass::text AS "table", tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
  ],
  [
    "counters",
    "SELECT sequencename, last_value::text FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  ],
  [
    "constraints",
    `SELECT conrelid::regclass::text AS "table", conname, convalidated FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2`,
  ],
]
