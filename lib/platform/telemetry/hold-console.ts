import "server-only"
import { log } from "@/lib/platform/log"
import { describeError } from "@/lib/platform/telemetry/describe-error"

const METHODS = { error: "error", warn: "warn", info: "info", log: "info" } as const

/**
 * Libraries print what they like, and an error printed whole shows the row a database refused or the mail a server did not
 * take. From now on each becomes a line of the log that says from where it came, with any error described and no word of it.
 */
export function holdConsole(): void {
  for (const [method, level] of Object.entries(METHODS)) {
    console[method as keyof typeof METHODS] = (...printed: unknown[]) => {
      const error = printed.find((one) => one instanceof Error)
      const { frames } = describeError(new Error("printed"))
      log[level]({ from: frames.slice(1, 4), error: error && describeError(error) }, `console.${method}`)
    }
  }
}
