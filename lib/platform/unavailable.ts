import "server-only"
import type { Refusal } from "@/lib/access/refusal"

/** A database that was killed is back within seconds; one whose disk is full is asked again as often. */
const SECONDS = 3

/**
 * SQLSTATE of what passes without anybody changing the request: connections (08), no room on disk, in memory or among the
 * connections (53), stopping, crashed, starting (57P0x), a disk that fails (58030), a standby (25006).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const STATES = /^(08...|53...|57P0[1-3]|58030|25006)$/
const SOCKET = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** Not reached, too slow, closed by the server, too many: https://www.prisma.io/docs/orm/reference/error-reference */
const PRISMA = /^(P1001|P1002|P1008|P1017|P2024|P2037)$/
/** What Prisma's driver calls the same, where a statement was written by hand. */
const KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/
/** What the drivers say without a code. */
const WORDS =
  /^Connection terminated|timeout exceeded when trying to connect|not queryable|after calling end on the pool/

type Failure = {
  code?: unknown
  originalCode?: unknown
  kind?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/**
 * The refusal of a call that the database could not serve: it is gone, starting, or its disk is full. Whether the last
 * statement was still carried out is not known, so whoever asks again brings the same key or number. Null for every other error.
 */
export function unavailableRefusal(error: unknown): Refusal | null {
  if (!failuresOf(error).some(passes)) return null
  return { kind: "unavailable", code: "common.unavailable", params: { seconds: SECONDS } }
}

/** The error and those it was made of: Prisma wraps the driver's. */
function failuresOf(error: unknown, depth = 0): Failure[] {
  if (typeof error !== "object" || error === null || depth > 5) return []
  const failure = error as Failure
  const inner = [failure.cause, failure.meta?.driverAdapterError]
  return [failure, ...inner.flatMap((one) => failuresOf(one, depth + 1))]
}

function passes({ code, originalCode, kind, message }: Failure): boolean {
  if (typeof kind === "string" && KINDS.test(kind)) return true
  const codes = [code, originalCode].filter((one): one is string => typeof one === "string")
  if (codes.some((one) => STATES.test(one) || SOCKET.test(one) || PRISMA.test(one))) return true
  return typeof message === "string" && WORDS.test(message)
}
