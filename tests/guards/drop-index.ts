import pg from "pg"

/** Takes the index that GUARD_OFF names out of a new test database: as a constraint, where it is one. */
export async function dropIndex(databaseUrl: string): Promise<void> {
  const [kind, name] = (process.env.GUARD_OFF ?? "").split(":")
  if (kind !== "index" || !name) return
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string }>(
      `SELECT conrelid::regclass::text AS table FROM pg_constraint WHERE conname = $1`,
      [name],
    )
    const index = pg.escapeIdentifier(name)
    const [constraint] = rows
    await client.query(
      constraint ? `ALTER TABLE ${constraint.table} DROP CONSTRAINT ${index}` : `DROP INDEX ${index}`,
    )
  } finally {
    await client.end()
  }
}

export type UniqueIndex = { name: string; table: string; columns: string }

/** Every unique index but the primary keys that are a single id, and those that a foreign key stands on. */
export async function listIndexes(databaseUrl: string): Promise<UniqueIndex[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<UniqueIndex>(
      `SELECT i.relname AS name, t.relname AS table, pg_get_indexdef(x.indexrelid) AS columns
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace
       WHERE x.indisunique AND n.nspname = 'public' AND t.relname NOT LIKE '\\_%'
         AND NOT (x.indisprimary AND x.indnkeyatts = 1)
         AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = x.indexrelid)
       ORDER BY 2, 1`,
    )
    return rows.map((row) => ({ ...row, columns: row.columns.replace(/^.* USING btree /, "") }))
  } finally {
    await client.end()
  }
}
