import "server-only"
import type pg from "pg"
import { log } from "@/lib/platform/log"
import { metrics } from "@/lib/platform/telemetry/metrics"
import { currentRequest, runInRequest } from "@/lib/platform/telemetry/request-context"

/** From how long on a statement has a line of its own in the log, in milliseconds. */
const slowFrom = (): number => Number(process.env.SLOW_QUERY_MS ?? 500)
const MOST_LETTERS = 2_000

type Call = (...given: unknown[]) => unknown
type Hear = (...heard: unknown[]) => void

/** Measures every statement of a pool, whoever sends it: hand-written ones and Prisma's go through the same clients. */
export function measurePool(pool: pg.Pool): pg.Pool {
  pool.on("connect", (client) => {
    const own = Object.getPrototypeOf(client) as { query: Call }
    // Looked up at each call: whoever counts or breaks statements changes the class, also after a client was made.
    client.query = measured((...given) => own.query.apply(client, given)) as typeof client.query
  })
  const connect = pool.connect.bind(pool) as Call
  pool.connect = ((hear?: Hear) => (hear ? connect(heardBySame(hear)) : connect())) as typeof pool.connect
  return pool
}

/**
 * Whoever waits for a connection is called back by the request that gives one up, and would count as that one. By hand, since
 * AsyncResource.bind costs more than all else that is measured here.
 */
function heardBySame(hear: Hear): Hear {
  const request = currentRequest()
  if (!request) return hear
  return (...heard) =>
    currentRequest() === request ? hear(...heard) : runInRequest(request, () => hear(...heard))
}

function measured(query: Call): Call {
  return (...given) => {
    const statement = textOf(given[0])
    if (statement === null) return query(...given)
    const end = beginStatement(statement)
    const hear = given.at(-1)
    if (typeof hear === "function") {
      const heard = (...outcome: unknown[]) => {
        end()
        hear(...outcome)
      }
      return query(...given.slice(0, -1), heard)
    }
    const asked = query(...given) as Promise<unknown>
    asked.then(end, end)
    return asked
  }
}

/** The text of a statement; null for what is no plain statement, such as a cursor. */
function textOf(statement: unknown): string | null {
  if (typeof statement === "string") return statement
  const { text, submit } = (statement ?? {}) as { text?: unknown; submit?: unknown }
  return typeof text === "string" && submit === undefined ? text : null
}

function beginStatement(statement: string): () => void {
  const request = currentRequest()
  const started = performance.now()
  return () => {
    const milliseconds = performance.now() - started
    if (request) {
      request.trips += 1
      request.databaseMs += milliseconds
    }
    metrics().statementSeconds.observe(milliseconds / 1000)
    if (milliseconds >= slowFrom()) logSlow(statement, milliseconds, request?.id)
  }
}

/** The text with its placeholders; what they stood for is not known here. */
function logSlow(statement: string, milliseconds: number, request: string | undefined): void {
  metrics().slowStatements.inc()
  const text = statement.replace(/\s+/g, " ").trim().slice(0, MOST_LETTERS)
  log.warn({ request, milliseconds: Math.round(milliseconds), statement: text }, "slow statement")
}
