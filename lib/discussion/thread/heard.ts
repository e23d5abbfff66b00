import type { HaltKind } from "@/lib/discussion/moderation/halt"

/**
 * What somebody has heard of a thread: its last post, its last change to a post, and what stops writing in it. A change
 * of null: none so far.
 */
export type Heard = { seq: number; change: number | null; halt: HaltKind | null }

/**
 * What a thread's stream tells: numbers of new posts, and of posts that others, or staff, changed; and what stops
 * writing, where that changed: null for nothing any more.
 */
export type ThreadEvent = { seqs: number[]; changed: number[]; halt?: HaltKind | null }

/** "14.3", or "14.3.frozen": how an event is named, and how a browser says what it heard last. */
export const heardText = ({ seq, change, halt }: Heard): string =>
  change === null ? `${seq}` : `${seq}.${change}${halt ? `.${halt}` : ""}`

const HEARD = /^(\d{1,10})(?:\.(\d{1,10})(?:\.(frozen|locked))?)?$/

/** Null for what no stream of ours has said. */
export function readHeard(text: string): Heard | null {
  const [, seq, change, halt] = HEARD.exec(text) ?? []
  if (seq === undefined) return null
  return {
    seq: Number(seq),
    change: change === undefined ? null : Number(change),
    halt: haltIn(halt) ?? null,
  }
}

/** An event as a browser gets it; whatever else came in its place tells nothing. */
export function readThreadEvent(data: unknown): ThreadEvent {
  const value: unknown = JSON.parse(String(data))
  const told = { seqs: numbersIn(value, "seqs"), changed: numbersIn(value, "changed") }
  const halt = haltIn(fieldIn(value, "halt"))
  return halt === undefined ? told : { ...told, halt }
}

const haltIn = (value: unknown): HaltKind | null | undefined =>
  value === "frozen" || value === "locked" || value === null ? value : undefined

const fieldIn = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined

function numbersIn(value: unknown, name: "seqs" | "changed"): number[] {
  const found = fieldIn(value, name)
  return Array.isArray(found) ? found.filter((one) => Number.isInteger(one)) : []
}
