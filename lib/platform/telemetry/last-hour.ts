import "server-only"
import { emptyTimes, type RouteTimes } from "@/lib/platform/telemetry/route-times"

// On globalThis, because the front server writes it and the status page, in Next's copy of this file, reads it.
const holder = globalThis as typeof globalThis & { colloquyRouteTimes?: RouteTimes }

/** How the requests of the last hour went, by route, in this process. */
export function lastHour(): RouteTimes {
  holder.colloquyRouteTimes ??= emptyTimes()
  return holder.colloquyRouteTimes
}
