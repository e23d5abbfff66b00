import "server-only"
import net from "node:net"
import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { hasPooler } from "@/lib/platform/connection-urls"
import { PrismaClient } from "@/lib/platform/generated/client"
import { measurePool } from "@/lib/platform/telemetry/measure-pool"

/** A client inside a transaction: what use cases hand to their stores. */
export type Transaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"
>

type Connections = { url: string; pool: pg.Pool; client: PrismaClient }

// One per process, kept on globalThis: development reloads modules, and Next and the front server load their own copies.
const holder = globalThis as typeof globalThis & { colloquyDatabase?: Connections }

const POOL_SIZE = Number(process.env.COLLOQUY_POOL ?? 10)

/**
 * A connection that nobody needs costs PostgreSQL some 15 MB, so those of a busy minute go soon after it. Two stay: who
 * works alone never waits for one. They keep no program running.
 */
const AT_REST = { min: 2, idleTimeoutMillis: 10_000, allowExitOnIdle: true }

/** Prisma gives a transaction 5 s and its start 2 s; a small computer in a busy minute needs longer to be right. */
const PATIENCE = { maxWait: 20_000, timeout: 30_000 }

/**
 * Behind a pooler the next run of a named statement may meet a connection that does not know its name, or one that another
 * process has given the name already. There, statements go without: PostgreSQL plans each anew.
 */
class PooledClient extends pg.Client {
  override query(...call: unknown[]): never {
    const [statement, ...rest] = call
    return (super.query as (...call: unknown[]) => never)(nameless(statement), ...rest)
  }
}

const nameless = (statement: unknown): unknown =>
  typeof statement === "object" && statement !== null && "name" in statement && !("submit" in statement)
    ? { ...statement, name: undefined }
    : statement

/** Longer than the most patient transaction: a line on which nothing came for so long is dead, whatever it says. In milliseconds. */
const SILENCE = 90_000

/** A line that breaks when it is silent for too long, so that nobody waits for ever on one that was cut without a word. */
function breakingSocket(): net.Socket {
  const socket = new net.Socket()
  return socket.setTimeout(SILENCE, () =>
    socket.destroy(new Error("Connection terminated: silent for too long")),
  )
}

function connections(): Connections {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error("DATABASE_URL is not set")
  if (holder.colloquyDatabase?.url === url) return holder.colloquyDatabase
  const Client = hasPooler(process.env) ? PooledClient : pg.Client
  const settings = {
    connectionString: url,
    max: POOL_SIZE,
    ...AT_REST,
    connectionTimeoutMillis: PATIENCE.maxWait,
    stream: breakingSocket,
  }
  const pool = measurePool(new pg.Pool({ ...settings, Client }))
  // An idle connection that breaks (a database restart) is replaced by the pool; unhandled it would end the process.
  pool.on("error", () => {})
  const client = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: PATIENCE })
  holder.colloquyDatabase = { url, pool, client }
  return holder.colloquyDatabase
}

/** Prisma, over the same pool as `pool()`. */
export const database = (): PrismaClient => connections().client

/** The bare pool, for the few statements written by hand on hot paths. */
export const pool = (): pg.Pool => connections().pool

/** Ends every connection: at shutdown, and between test databases. */
export async function closeDatabase(): Promise<void> {
  const open = holder.colloquyDatabase
  holder.colloquyDatabase = undefined
  if (!open) return
  await open.client.$disconnect()
  if (!open.pool.ended) await open.pool.end()
}
