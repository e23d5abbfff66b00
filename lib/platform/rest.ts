import type http from "node:http"
import { Session } from "node:inspector"

/** How often the server is looked at, in milliseconds: at rest is who was asked nothing since the last look. */
const LOOK_EVERY = 5_000
/** Fewer requests than these leave nothing worth tidying. */
const BUSY = 100

/**
 * Gives memory back to the machine when a busy time is over. V8 keeps the room that a busy minute took until it is asked for
 * more, and at rest nothing asks: a school's small computer would never see it again. The collection stops the process
 * for some tenths of a second, when nobody waits. Returns what ends it.
 */
export function giveBackAtRest(server: http.Server): () => void {
  let asked = 0
  let lookedAt = 0
  let tidiedAt = 0
  server.on("request", () => {
    asked += 1
  })
  const look = setInterval(() => {
    if (asked === lookedAt && asked - tidiedAt >= BUSY) {
      collect()
      tidiedAt = asked
    }
    lookedAt = asked
  }, LOOK_EVERY)
  look.unref()
  return () => clearInterval(look)
}

/**
 * Asks V8 for all that it can do without, as a developer's tools do. `gc()` of --expose-gc does not do: it leaves the room for
 * young objects as wide as it grew, which is most of what a busy minute takes.
 */
function collect(): void {
  const session = new Session()
  session.connect()
  session.post("HeapProfiler.collectGarbage", () => session.disconnect())
}
