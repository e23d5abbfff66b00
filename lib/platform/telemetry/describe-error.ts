/** What a log says of an error: where in the code, and of which kind. Never its words. */
export type DescribedError = {
  name: string
  /** Of Node, PostgreSQL (SQLSTATE), Prisma or the mail server's client. */
  code?: string
  /** For a TypeError, RangeError or ReferenceError alone, without anything in quotation marks. */
  message?: string
  /** Names of the schema, where PostgreSQL tells them. */
  constraint?: string
  table?: string
  column?: string
  /** Lines of the stack, without the words above them. */
  frames: string[]
  cause?: DescribedError
}

const MOST_FRAMES = 20
const MOST_CAUSES = 3
/** The engine's own errors, about code: what they quote may be somebody's words, the rest is not. */
const SPEAKS_OF_CODE = new Set(["TypeError", "RangeError", "ReferenceError"])
const OF_SCHEMA = /^[A-Za-z_][A-Za-z0-9_]{0,80}$/
const A_KIND = /^[A-Za-z]{0,60}(Error|Exception)$/
/** SQLSTATE, Prisma's numbers, Node's and nodemailer's words. */
const A_CODE = /^((?=.*\d)[A-Z0-9]{5}|E(RR_)?[A-Z0-9_]{2,60})$/

/**
 * An error for the log. The words of an error are left out, since anybody's may be among them: PostgreSQL repeats the row that
 * it refused, Prisma the arguments of a call, a JSON parser the text it could not read, a mail server an address. Where it was
 * thrown says which words they were.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const told = error as Error & Record<string, unknown>
  const described: DescribedError = {
    name: A_KIND.test(error.name) ? error.name : "Error",
    code: matching(told.code, A_CODE),
    message: SPEAKS_OF_CODE.has(error.name) ? withoutQuotes(error.message) : undefined,
    constraint: matching(told.constraint, OF_SCHEMA),
    table: matching(told.table, OF_SCHEMA),
    column: matching(told.column, OF_SCHEMA),
    frames: framesOf(error),
  }
  if (error.cause !== undefined && depth < MOST_CAUSES)
    described.cause = describeError(error.cause, depth + 1)
  return described
}

const matching = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === "string" && shape.test(value) ? value : undefined

// From the first mark to the last: what is quoted may hold marks of its own.
const withoutQuotes = (message: string): string =>
  message
    .replace(/["'`“‘«].*["'`”’»]/su, "…")
    .split("\n", 1)
    .join("")
    .slice(0, 200)

/** The message stands at the head of a stack and may itself look like one, so it is cut off by its length first. */
function framesOf({ stack = "", message }: Error): string[] {
  const at = message === "" ? -1 : stack.indexOf(message)
  const below = at >= 0 ? stack.slice(at + message.length) : stack
  const isWhole = at >= 0 || message === ""
  const lines = isWhole ? below.split("\n").slice(1) : []
  return lines
    .map((line) => line.trim())
    .filter((line) => /^at .*(:\d+:\d+\)?|<anonymous>\)?|native\)?|index \d+\))$/.test(line))
    .slice(0, MOST_FRAMES)
}
