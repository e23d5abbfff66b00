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
  log.error({ bug: id, where, error: error instanceof Error ? error.stack : String(error) }, "bug")
  return id
}
