import { appendFileSync } from "node:fs"

// What an instrumented copy of the source asks at each guard. GUARD_OFF names the one that is not there; GUARD_NOTES is a
// file that hears which test met which guard at work: where a guard never refuses, leaving it out changes nothing.

type Here = typeof globalThis & { colloquyTest?: { file: string; name: string }; colloquyNoted?: Set<string> }

const here = globalThis as Here
const notes = process.env.GUARD_NOTES

/** Asked each time: a sweep leaves out one guard after another in the same process. */
const isOff = (id: string): boolean => process.env.GUARD_OFF === id

/** Notes that the test that runs now met a guard at work. */
export function note(id: string): void {
  const test = here.colloquyTest
  if (!notes || !test) return
  here.colloquyNoted ??= new Set()
  const key = `${id}\t${test.name}`
  if (here.colloquyNoted.has(key)) return
  here.colloquyNoted.add(key)
  appendFileSync(notes, `${JSON.stringify({ id, ...test })}\n`)
}

export function permission(id: string, ask: () => boolean): boolean {
  if (isOff(id)) return true
  const may = ask()
  if (!may) note(id)
  return may
}

/** A condition that refuses where it is not `unguarded`. */
export function refusal<T>(id: string, unguarded: boolean, ask: () => T): T | boolean {
  if (isOff(id)) return unguarded
  const answer = ask()
  if (Boolean(answer) !== unguarded) note(id)
  return answer
}

export async function laterRefusal<T>(
  id: string,
  unguarded: boolean,
  ask: () => Promise<T>,
): Promise<T | boolean> {
  if (isOff(id)) return unguarded
  const answer = await ask()
  if (Boolean(answer) !== unguarded) note(id)
  return answer
}

type Decision = { released: boolean }

export function release<T extends Decision>(id: string, ask: () => T): T {
  const decision = ask()
  if (decision.released) return decision
  note(id)
  return isOff(id) ? ({ released: true, release: { since: null } } as unknown as T) : decision
}

type Client = { $transaction: (work: (tx: never) => unknown, options?: unknown) => unknown }

export function transaction(id: string, client: Client, work: (tx: never) => unknown, options?: unknown) {
  note(id)
  return isOff(id) ? work(client as never) : client.$transaction(work, options)
}
