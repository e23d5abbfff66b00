import "server-only"
import pg from "pg"
import { directDatabaseUrl } from "@/lib/platform/connection-urls"
import type { Transaction } from "@/lib/platform/database"

type Hear = () => void
type Listener = {
  url: string
  hearers: Map<string, Set<Hear>>
  client: pg.Client | null
  isClosed: boolean
}

// One per process, as the database's own connections: see lib/platform/database.
const holder = globalThis as typeof globalThis & { colloquyListener?: Listener }

/** For statements that announce a topic themselves. */
export const CHANNEL = "colloquy"
/** How long until a lost connection is tried again, in milliseconds. */
const RETRY_AFTER = 2_000
/** How often the connection is asked for a sign of life, and how long that may take, in milliseconds. */
const ASK_EVERY = 30_000
const PATIENCE = 5_000

/**
 * Tells every process, when the transaction is committed and not before, that something about a topic changed. A topic
 * is made of ids; nothing else goes over the wire, and whoever hears it reads anew what it may see.
 */
export async function announce(tx: Transaction, topic: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${topic})`
}

/** What a person's open pages listen to, as an expression of SQL over one that is their id. */
export const personTopicSql = (userId: string): string => `'person:' || ${userId}`

export const personTopic = (userId: string): string => `person:${userId}`

/** Calls `hear` when a topic was announced, and after every gap in the connection. Resolves to the way to stop. */
export function listen(topic: string, hear: Hear): () => void {
  const { hearers } = listener()
  const ofTopic = hearers.get(topic) ?? new Set()
  hearers.set(topic, ofTopic.add(hear))
  return () => {
    ofTopic.delete(hear)
    if (ofTopic.size === 0 && hearers.get(topic) === ofTopic) hearers.delete(topic)
  }
}

/** Ends the one connection that listens: at shutdown, and between test databases. */
export async function closeListener(): Promise<void> {
  const open = holder.colloquyListener
  holder.colloquyListener = undefined
  if (!open) return
  open.isClosed = true
  await open.client?.end().catch(() => {})
}

// PgBouncer in transaction mode takes a LISTEN without a word, and nothing is ever heard.
function listener(): Listener {
  const url = directDatabaseUrl(process.env)
  if (!url) throw new Error("DATABASE_URL is not set")
  if (holder.colloquyListener?.url === url) return holder.colloquyListener
  void closeListener()
  const made: Listener = { url, hearers: new Map(), client: null, isClosed: false }
  holder.colloquyListener = made
  void connect(made)
  return made
}

async function connect(to: Listener): Promise<void> {
  if (to.isClosed) return
  const client = new pg.Client({
    connectionString: to.url,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  })
  // A database that moved to another machine may leave a connection that is silent for good, and looks open.
  const asking = setInterval(() => void client.query("SELECT 1").catch(lose), ASK_EVERY).unref()
  const lose = once(() => {
    clearInterval(asking)
    to.client = null
    if (!to.isClosed) setTimeout(() => void connect(to), RETRY_AFTER).unref()
    void client.end().catch(() => {})
  })
  client.on("notification", ({ payload }) => tell(to.hearers.get(payload ?? "")))
  client.on("error", lose)
  client.on("end", lose)
  to.client = client
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    for (const ofTopic of [...to.hearers.values()]) tell(ofTopic)
  } catch {
    lose()
  }
}

const tell = (hearers: Set<Hear> | undefined): void => {
  for (const hear of [...(hearers ?? [])]) hear()
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
