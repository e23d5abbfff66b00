import "server-only"
import type { Refusal } from "@/lib/access/refusal"
import { busyRefusal } from "@/lib/platform/busy"
import { log } from "@/lib/platform/log"
import { describeError } from "@/lib/platform/telemetry/describe-error"
import { currentRequest } from "@/lib/platform/telemetry/request-context"
import { unavailableRefusal } from "@/lib/platform/unavailable"

/**
 * The refusal of a call that failed for a reason that passes by itself, and may be sent again; null for a bug. It is
 * logged, since somebody may have to look after the machine.
 */
export function passingRefusal(error: unknown, where: string): Refusal | null {
  const refusal = busyRefusal(error) ?? unavailableRefusal(error)
  if (refusal)
    log.warn({ where, route: currentRequest()?.route ?? null, error: describeError(error) }, "not done")
  return refusal
}
