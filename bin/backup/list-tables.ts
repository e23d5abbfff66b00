import type pg from "pg"
import type { BackedUpTable, Counter } from "./backup-format"

/** Generated columns are left out: the database makes them again. */
const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    coalesce((SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i
      CROSS JOIN unnest(i.indkey) WITH ORDINALITY k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key,
    (SELECT coalesce(array_agg(DISTINCT t.relname::text), '{}') FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY c.relname COLLATE "C"`

type Row = BackedUpTable & { needs: string[] }

/** Every table of the app, each behind those it refers to, so that they can be filled in this order. */
export async function listTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<Row>(TABLES)
  const placed = new Map<string, BackedUpTable>()
  const waiting = new Set(rows)
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ needs }) => needs.every((name) => placed.has(name)))
    if (ready.length === 0) throw new Error(`tables in a ring: ${[...waiting].map(({ name }) => name)}`)
    for (const row of ready) {
      waiting.delete(row)
      placed.set(row.name, { name: row.name, columns: row.columns, key: row.key })
    }
  }
  return [...placed.values()]
}

const COUNTERS = `
  SELECT s.relname AS name FROM pg_class s JOIN pg_namespace n ON n.oid = s.relnamespace
  WHERE n.nspname = 'public' AND s.relkind = 'S' ORDER BY s.relname COLLATE "C"`

/** Where the counters stand behind numbered rows. Counters know no snapshot: they may be ahead of the rows, never behind. */
export async function listCounters(client: pg.Client): Promise<Record<string, Counter>> {
  const counters: Record<string, Counter> = {}
  for (const { name } of (await client.query<{ name: string }>(COUNTERS)).rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${client.escapeIdentifier(name)}`,
    )
    if (found.rows[0]) counters[name] = found.rows[0]
  }
  return counters
}
