/** What somebody has heard of a thread: its last post, and its last change to a post. A change of null: none so far. */
export type Heard = { seq: number; change: number | null }

/** What a thread's stream tells: numbers of new posts, and of posts that others, or staff, changed. */
export type ThreadEvent = { seqs: number[]; changed: number[] }

/** "14.3": how an event is named, and how a browser says what it heard last. */
export const heardText = ({ seq, change }: Heard): string => (change === null ? `${seq}` : `${seq}.${change}`)

const HEARD = /^(\d{1,10})(?:\.(\d{1,10}))?$/

/** Null for what no stream of ours has said. */
export function readHeard(text: string): Heard | null {
  const [, seq, change] = HEARD.exec(text) ?? []
  return seq === undefined ? null : { seq: Number(seq), change: change === undefined ? null : Number(change) }
}

/** An event as a browser gets it; whatever else came in its place tells nothing. */
export function readThreadEvent(data: unknown): ThreadEvent {
  const value: unknown = JSON.parse(String(data))
  return { seqs: numbersIn(value, "seqs"), changed: numbersIn(value, "changed") }
}

function numbersIn(value: unknown, name: "seqs" | "changed"): number[] {
  const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : null
  return Array.isArray(found) ? found.filter((one) => Number.isInteger(one)) : []
}
