import { pool } from "@/lib/platform/database"

export type RowCounts = Record<string, number>

/**
 * How many rows each table has, how many attempts are closed, how far the threads have counted, and how many posts are in
 * their windows (not how many windows: one that is full becomes two). Without the tables of
 * what is made ahead of need and means nothing by itself: a thread without posts, a name without any, a session.
 */
export async function countRows(): Promise<RowCounts> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('Thread', 'ThreadWindow', 'PostAlias', 'Session', '_prisma_migrations') ORDER BY 1`,
  )
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`)
  const { rows } = await pool().query<{ name: string; n: number }>(
    [
      ...counts,
      `SELECT 'closed', count(*)::int FROM "Attempt" WHERE state = 'submitted'`,
      `SELECT 'numbered', coalesce(sum("lastSeq"), 0)::int FROM "Thread"`,
      `SELECT 'windowed', coalesce(sum(posts), 0)::int FROM "ThreadWindow"`,
    ].join(" UNION ALL "),
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

/** What is more or less than before, by name. */
export const difference = (before: RowCounts, after: RowCounts): RowCounts =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, n]) => [name, n - (before[name] ?? 0)] as const)
      .filter(([, more]) => more !== 0),
  )
