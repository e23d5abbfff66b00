import "server-only"
import pg from "pg"

/** By table, how many rows hold one of the words that were looked for. Only tables with any. */
export type Traces = Record<string, number>

/** Shorter words stand in too many others to say anything. */
const LEAST_LENGTH = 5

const COLUMNS = `
  SELECT table_name AS "table", array_agg(column_name::text) AS columns
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' GROUP BY table_name ORDER BY table_name`

/**
 * Looks for words in every column of every table there is, whatever its type: as text, upper and lower case alike. It asks
 * the database what tables it has, so that one made tomorrow is looked through too.
 */
export async function findTraces(client: pg.ClientBase, words: readonly string[]): Promise<Traces> {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word.length >= LEAST_LENGTH)
  const traces: Traces = {}
  if (wanted.length === 0) return traces
  const { rows } = await client.query<{ table: string; columns: string[] }>(COLUMNS)
  for (const { table, columns } of rows) {
    const all = columns.map((column) => `t.${pg.escapeIdentifier(column)}`).join(", ")
    const found = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${pg.escapeIdentifier(table)} t
       WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) AS wanted(word) WHERE position(wanted.word IN lower(concat_ws(' ', ${all}))) > 0)`,
      [wanted],
    )
    const count = found.rows[0]?.count ?? 0
    if (count > 0) traces[table] = count
  }
  return traces
}
