import { randomUUID } from "node:crypto"
import pg from "pg"
import { directDatabaseUrl } from "./database-urls.mjs"
import { Refusal, sentence } from "./progress.mjs"

/** How long an announcement may take, in milliseconds. Where all is well it takes a few. */
const PATIENCE = 10_000

/**
 * Whether what one process announces at DATABASE_URL is heard by those that listen: a pooler in transaction mode takes a
 * LISTEN without a word and nothing is ever heard, and a DIRECT_DATABASE_URL may lead to another database.
 *
 * @param {Record<string, string | undefined>} environment
 * @param {number} patience how long to wait for the announcement, in milliseconds
 * @returns {Promise<{state: "heard" | "pooler" | "elsewhere" | "unreachable", reason?: string}>} pooler: DATABASE_URL leads
 *   through one, and DIRECT_DATABASE_URL is not set; elsewhere: it is set, and does not lead to the same PostgreSQL
 */
export async function tryAnnouncing(environment = process.env, patience = PATIENCE) {
  const direct = directDatabaseUrl(environment)
  try {
    if (await hears(direct, environment.DATABASE_URL, patience)) return { state: "heard" }
  } catch (error) {
    return { state: "unreachable", reason: error.message || error.code }
  }
  return { state: direct === environment.DATABASE_URL ? "pooler" : "elsewhere" }
}

/** Ends a start whose discussions would never come to life. */
export async function refuseUnheardAnnouncements() {
  const { state, reason } = await tryAnnouncing()
  if (state === "unreachable") throw new Refusal(sentence("start.noDatabase", { reason }))
  if (state !== "heard") throw new Refusal(sentence(`start.announcements.${state}`))
}

async function hears(listenUrl, announceUrl, patience) {
  const [listening, announcing] = [listenUrl, announceUrl].map(
    (url) => new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE }),
  )
  for (const client of [listening, announcing]) client.on("error", () => {})
  // A channel of its own: other processes listen to the real one.
  const channel = `colloquy_${randomUUID().replaceAll("-", "")}`
  try {
    await Promise.all([listening.connect(), announcing.connect()])
    const heard = new Promise((resolve) => listening.once("notification", () => resolve(true)))
    await listening.query(`LISTEN ${channel}`)
    await announcing.query("SELECT pg_notify($1, '')", [channel])
    return await Promise.race([heard, later(patience)])
  } finally {
    await Promise.allSettled([listening.end(), announcing.end()])
  }
}

const later = (milliseconds) =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
