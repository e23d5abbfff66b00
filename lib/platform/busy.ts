import "server-only"
import type { Refusal } from "@/lib/access/refusal"

/** In a class's worst minute a transaction may wait for a free connection longer than anybody should be kept waiting. */
const SECONDS = 3

/**
 * The refusal of a call that never came to run because every connection was taken: nothing was changed, and it may be
 * sent again. Null for every other error. `P2028`: https://www.prisma.io/docs/orm/reference/error-reference#p2028
 */
export function busyRefusal(error: unknown): Refusal | null {
  const { code, message = "" } = error as { code?: string; message?: string }
  if (code !== "P2028" || !message.includes("Unable to start a transaction")) return null
  return { kind: "limited", code: "common.busy", params: { seconds: SECONDS } }
}
