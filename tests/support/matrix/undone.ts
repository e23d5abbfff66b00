import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { PrismaClient } from "@/lib/platform/generated/client"

// Thousands of cells on one database, each as if it were the first: all statements of a cell run inside one transaction
// that is rolled back, the transactions of the code under test being savepoints of it.

type Query = (...args: unknown[]) => Promise<unknown>

/** What a cell did to the database before it was undone. */
export type Undone<T> = { value: T /** Rows inserted, changed or deleted. */; writes: number }

const WRITES = `
  SELECT coalesce(sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                      + pg_stat_get_xact_tuples_deleted(oid)), 0)::int AS writes
  FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`

const textOf = (statement: unknown): string =>
  typeof statement === "string" ? statement : ((statement as { text?: string })?.text ?? "")

/** A pool of one connection, whose every statement belongs to the cell that is open. */
class UndonePool extends pg.Pool {
  readonly #client: pg.Client
  #savepoint = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(client: pg.Client) {
    super()
    this.#client = client
  }

  /** One after the other: savepoints of statements that are sent at once would cross. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act, act)
    this.#last = turn.catch(() => {})
    return turn
  }

  #send(...args: unknown[]): Promise<unknown> {
    return (this.#client.query as unknown as Query).apply(this.#client, args)
  }

  // A statement that fails outside a transaction must not fail those after it. Reading is not expected to.
  readonly #alone: Query = (...args) =>
    this.#inTurn(async () => {
      if (/^\s*select\b/i.test(textOf(args[0]))) return this.#send(...args)
      const savepoint = `alone${++this.#savepoint}`
      await this.#send(`SAVEPOINT ${savepoint}`)
      try {
        const result = await this.#send(...args)
        await this.#send(`RELEASE SAVEPOINT ${savepoint}`)
        return result
      } catch (error) {
        await this.#send(`ROLLBACK TO SAVEPOINT ${savepoint}`)
        throw error
      }
    })

  override query = this.#alone as unknown as pg.Pool["query"]

  override connect = (async () => this.#held()) as unknown as pg.Pool["connect"]

  /** What `connect` answers: its transactions are savepoints. */
  #held() {
    const begun: string[] = []
    const inTurn: Query = (...args) => this.#inTurn(() => this.#send(...args))
    const query: Query = async (...args) => {
      const verb = textOf(args[0]).trim().toUpperCase()
      if (verb.startsWith("BEGIN")) {
        begun.push(`held${++this.#savepoint}`)
        return inTurn(`SAVEPOINT ${begun.at(-1)}`)
      }
      if (verb.startsWith("SET TRANSACTION")) return { rows: [], rowCount: 0, fields: [] }
      if (verb === "COMMIT") return inTurn(`RELEASE SAVEPOINT ${begun.pop()}`)
      if (verb === "ROLLBACK") return inTurn(`ROLLBACK TO SAVEPOINT ${begun.pop()}`)
      return begun.length > 0 ? inTurn(...args) : this.#alone(...args)
    }
    const nothing = () => {}
    return { query, release: nothing, on: nothing, once: nothing, removeListener: nothing }
  }
}

type Holder = typeof globalThis & { colloquyDatabase?: { url: string; pool: pg.Pool; client: PrismaClient } }

/**
 * From here on `database()` and `pool()` lead to one connection, and everything done within `undone` is undone after it. To be
 * begun when what all cells share is committed.
 */
export async function beginUndoing() {
  const url = process.env.DATABASE_URL ?? ""
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const pool = new UndonePool(client)
  const holder = globalThis as Holder
  const before = holder.colloquyDatabase
  holder.colloquyDatabase = { url, pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) }
  let depth = 0

  /** Sends several statements in one trip, of which one counts. */
  async function count(statements: string): Promise<number> {
    const answers = (await client.query(statements)) as unknown as pg.QueryResult<{ writes: number }>[]
    return answers.flatMap(({ rows }) => rows)[0]?.writes ?? 0
  }

  /** What is done before `act`, within another `undone`, stays until that one ends. */
  async function undone<T>(act: () => Promise<T>): Promise<Undone<T>> {
    const within = depth
    const undo = within === 0 ? "ROLLBACK" : `ROLLBACK TO SAVEPOINT cell${within}`
    depth += 1
    const had = await count(`${within === 0 ? "BEGIN" : `SAVEPOINT cell${within}`}; ${WRITES}`)
    try {
      const value = await act()
      return { value, writes: (await count(`${WRITES}; ${undo}`)) - had }
    } catch (error) {
      await client.query(undo)
      throw error
    } finally {
      depth = within
    }
  }

  async function end(): Promise<void> {
    await holder.colloquyDatabase?.client.$disconnect()
    holder.colloquyDatabase = before
    await client.end()
  }
  return { undone, end }
}

export type Undoing = Awaited<ReturnType<typeof beginUndoing>>
