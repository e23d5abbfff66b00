import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, beforeAll, inject } from "vitest"
import { closeDatabase } from "@/lib/platform/database"

/**
 * Gives the tests of one file a database of their own, migrated and empty: `database()` and `pool()` of lib/platform
 * lead to it. Call it once, at the top of the file.
 */
export function useTestDatabase(): void {
  let name = ""
  beforeAll(async () => {
    name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
    const { template } = inject("databaseServer")
    await asAdmin(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`)
    const url = new URL(inject("databaseServer").adminUrl)
    url.pathname = `/${name}`
    process.env.DATABASE_URL = url.toString()
  })
  afterAll(async () => {
    await closeDatabase()
    await asAdmin(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  })
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("databaseServer").adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
