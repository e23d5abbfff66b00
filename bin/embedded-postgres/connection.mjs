import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"

const RECOVERY_MS = 120_000
const STARTING_UP = "57P03"

export function connectionUrl({ port, password, database }) {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** Waits through crash recovery, which replays what was acknowledged. */
export async function waitUntilAnswering(url, say) {
  const giveUpAt = Date.now() + RECOVERY_MS
  for (let attempt = 0; ; attempt++) {
    try {
      await withClient(url, (client) => client.query("SELECT 1"))
      return
    } catch (error) {
      if (error.code !== STARTING_UP || Date.now() > giveUpAt) throw error
    }
    if (attempt === 20) say("The database recovers from an interruption")
    await sleep(50)
  }
}

export async function createMissingDatabase(adminUrl, name) {
  await withClient(adminUrl, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
