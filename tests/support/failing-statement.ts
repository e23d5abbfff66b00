import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"

/** refused: the database says no. cutBefore: the line breaks on the way there. cutAfter: it is carried out, and the line breaks on the way back. */
export type Failing = "refused" | "cutBefore" | "cutAfter"
export const failings: readonly Failing[] = ["refused", "cutBefore", "cutAfter"]

/** How long a statement has to be carried out before its line is cut, in milliseconds. Where it takes longer, it is cut in the middle. */
const CARRIED_OUT_MS = 40

type Query = (this: pg.Client, ...args: unknown[]) => unknown
type Inside = pg.Client & { connection: { stream: { destroy: () => void; pause: () => void } } }

/** Hears every statement this process sends, and lets the nth fail in this way. `restore` ends that, and says what was sent. */
export function failStatement(nth: number, how: Failing): { restore: () => string[] } {
  const real = pg.Client.prototype.query as Query
  const sent: string[] = []
  const failing: Query = function (...args) {
    sent.push(textOf(args))
    return sent.length === nth ? fail[how](this as Inside, real, args) : real.apply(this, args)
  }
  pg.Client.prototype.query = failing as typeof pg.Client.prototype.query
  const restore = () => {
    pg.Client.prototype.query = real as typeof pg.Client.prototype.query
    return sent
  }
  return { restore }
}

/** Lets the statement before the commit of `act` fail; which one that is, `rehearse`, the same act elsewhere, tells. */
export async function failBeforeCommit(acts: {
  rehearse: () => Promise<unknown>
  act: () => Promise<unknown>
}): Promise<void> {
  const hearing = failStatement(0, "refused")
  await acts.rehearse()
  const commit = hearing.restore().lastIndexOf("COMMIT")
  const failing = failStatement(commit, "refused")
  await acts.act().catch(() => {})
  failing.restore()
}

const REFUSAL = "DO $$ BEGIN RAISE EXCEPTION 'no room on the disk' USING ERRCODE = '53100'; END $$"
/** A commit that is refused ends its transaction, as one does whose last check fails. */
const REFUSED_COMMIT = `ROLLBACK; ${REFUSAL}`

const fail: Record<Failing, (client: Inside, real: Query, args: unknown[]) => unknown> = {
  refused: (client, real, args) => {
    const statement = textOf(args) === "COMMIT" ? REFUSED_COMMIT : REFUSAL
    const callback = args.at(-1)
    return typeof callback === "function"
      ? real.call(client, statement, callback)
      : real.call(client, statement)
  },
  cutBefore: (client, real, args) => {
    client.connection.stream.destroy()
    return real.apply(client, args)
  },
  cutAfter: (client, real, args) => {
    const answer = real.apply(client, args)
    client.connection.stream.pause()
    void sleep(CARRIED_OUT_MS).then(() => client.connection.stream.destroy())
    return answer
  },
}

function textOf([first]: unknown[]): string {
  return typeof first === "string" ? first : ((first as { text?: string }).text ?? "")
}
