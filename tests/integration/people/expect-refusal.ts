import { expect } from "vitest"
import type { Decision } from "@/lib/access/refusal"

/** The value of a decision that must be a yes. */
export function allowed<T>(decision: Decision<T>): T {
  expect(decision).toMatchObject({ ok: true })
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}

/** Fails unless the decision is a no of this kind and code. */
export function expectRefusal(decision: Decision<unknown>, kind: string, code: string): void {
  expect(decision).toMatchObject({ ok: false, refusal: { kind, code } })
}
