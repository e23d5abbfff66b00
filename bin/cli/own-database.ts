import path from "node:path"
import { closeDatabase } from "@/lib/platform/database"
import { openEmbeddedPostgres } from "../embedded-postgres.mjs"
import { refuseUnheardAnnouncements } from "../start/announcements.mjs"
import { factorKey, openDataFolder, sessionSecret } from "../start/data-folder.mjs"
import { directDatabaseUrl, refuseLoneDirectUrl } from "../start/database-urls.mjs"
import { applyMigrations } from "../start/migrations.mjs"

/**
 * Runs `work` with the database that `npm start` uses: found where it runs, else started and stopped again. Missing
 * migrations are applied first, unless the work is to be done on the database as it is.
 */
export async function withDatabase<T>(
  work: () => Promise<T>,
  { asItIs = false }: { asItIs?: boolean } = {},
): Promise<T> {
  refuseLoneDirectUrl()
  const folder = openDataFolder()
  process.env.COLLOQUY_DATA = folder
  process.env.NEXTAUTH_SECRET = sessionSecret(folder)
  process.env.COLLOQUY_FACTOR_KEY = factorKey(folder)
  const release = await openDatabase(folder)
  const stop = () => release().then(() => process.exit(130))
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
  try {
    if (!asItIs)
      await applyMigrations(directDatabaseUrl(), { reset: false, before: refuseUnheardAnnouncements })
    return await work()
  } finally {
    process.off("SIGINT", stop)
    process.off("SIGTERM", stop)
    await closeDatabase()
    await release()
  }
}

async function openDatabase(folder: string): Promise<() => Promise<unknown>> {
  if (process.env.DATABASE_URL) return async () => {}
  const server = await openEmbeddedPostgres({ folder: path.join(folder, "postgres") })
  process.env.DATABASE_URL = server.urlOf("colloquy")
  return server.release
}
