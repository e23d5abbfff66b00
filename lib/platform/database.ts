import "server-only"
import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { PrismaClient } from "@/lib/platform/generated/client"

/** A client inside a transaction: what use cases hand to their stores. */
export type Transaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"
>

type Connections = { url: string; pool: pg.Pool; client: PrismaClient }

// One per process, kept on globalThis: development reloads modules, and Next and the front server load their own copies.
const holder = globalThis as typeof globalThis & { colloquyDatabase?: Connections }

const POOL_SIZE = Number(process.env.COLLOQUY_POOL ?? 10)

/** Prisma gives a transaction 5 s and its start 2 s; a small computer in a busy minute needs longer to be right. */
const PATIENCE = { maxWait: 20_000, timeout: 30_000 }

function connections(): Connections {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error("DATABASE_URL is not set")
  if (holder.colloquyDatabase?.url === url) return holder.colloquyDatabase
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, idleTimeoutMillis: 60_000 })
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
