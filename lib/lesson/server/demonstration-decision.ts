import "server-only"
import type { Decision } from "@/lib/access/refusal"

/** What a rule allowed. The demonstration does only what is allowed: a refusal here is a bug, in it or in the rule. */
export function done<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value
  const { code, params, field } = decision.refusal
  throw new Error(`The demonstration was refused: ${code} ${field ?? ""} ${JSON.stringify(params ?? {})}`)
}
