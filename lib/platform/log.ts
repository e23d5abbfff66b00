import "server-only"
import pino from "pino"
import { v4 } from "uuid"

/** One line of JSON per event. Never an answer, a stance, a password or a cookie. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: null,
  redact: ["password", "cookie", "*.password", "*.cookie"],
})

/** Logs a bug under an id that the person is shown, so that the two can be brought together. */
export function reportBug(error: unknown, where: string): string {
  const id = v4().slice(0, 8)
  log.error({ bug: id, where, error: error instanceof Error ? withoutValues(error) : String(error) }, "bug")
  return id
}

const frames = (stack: string): string =>
  stack
    .split("\n")
    .filter((one) => /^\s+at /.test(one))
    .join("\n")

/**
 * An error's stack, without what people wrote. Prisma draws a picture of everything a query was given around its reason,
 * which comes last; PostgreSQL quotes the value that it could not read (SQLSTATE class 22).
 */
export function withoutValues(error: Error & { code?: unknown }): string {
  const stack = error.stack ?? error.message
  if (error.name === "PrismaClientValidationError") {
    const reason = error.message.trim().split("\n\n").at(-1)
    return `${error.name}: ${reason}\n${frames(stack)}`
  }
  if (typeof error.code === "string" && /^22/.test(error.code))
    return `${error.name}: ${error.message.replace(/: ".*"$/s, ': "…"')}\n${frames(stack)}`
  return stack
}
