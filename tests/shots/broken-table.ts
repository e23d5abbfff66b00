import type { Pool } from "pg"

/** Does something while a table is missing, and puts it back whatever happens. */
export async function withoutTable<T>(
  db: Pool,
  table: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!table) return work()
  await db.query(`ALTER TABLE "${table}" RENAME TO "${table} taken away"`)
  try {
    return await work()
  } finally {
    await db.query(`ALTER TABLE "${table} taken away" RENAME TO "${table}"`)
  }
}
