import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { say, sentence } from "./progress.mjs"

/** Any number that nobody else's locks in this database have. */
const LOCK = 7_305_991_120
const ASK_EVERY = 250

/**
 * Runs `work` while no other process that starts on this database does: several that start at once apply migrations once.
 * The lock is a transaction's, so that it holds through a pooler too and is gone with whoever held it.
 */
export async function oneAtATime(url, work) {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  // A connection that is lost lets go of the lock. What runs goes on: PostgreSQL itself lets no migration be applied twice.
  client.on("error", () => {})
  await client.connect()
  try {
    await client.query("BEGIN")
    // It waits, and is meant to: a server that ends idle transactions would let go of the lock in the middle.
    await client.query("SET LOCAL idle_in_transaction_session_timeout = 0")
    await takeLock(client)
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}

// Asked for again and again: a statement that waits would hold up whatever waits for all statements, as some migrations do.
async function takeLock(client) {
  for (let asked = 0; ; asked++) {
    const { rows } = await client.query("SELECT pg_try_advisory_xact_lock($1) AS taken", [LOCK])
    if (rows[0].taken) return
    if (asked === 4) say(sentence("start.waitingForOther"))
    await sleep(ASK_EVERY)
  }
}
