import "server-only"
import { setTimeout as sleep } from "node:timers/promises"

/** Work that takes longer holds nobody up: the order is kept to save the database work, and nothing rests on it. In milliseconds. */
const PATIENCE = 1_000

const last = new Map<string, Promise<unknown>>()

/**
 * Runs work of one name one piece after the other, within this process: for statements that would all wait for the same row,
 * each holding a connection meanwhile, and cost PostgreSQL more by waiting than by what they do.
 */
export async function oneByOne<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name)
  const own = before ? passed(before).then(work) : work()
  last.set(name, own)
  try {
    return await own
  } finally {
    if (last.get(name) === own) last.delete(name)
  }
}

/** Resolves when that work is over, however it ended, or has taken too long. */
async function passed(work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  const done = work.catch(() => {}).finally(() => over.abort())
  await Promise.race([done, sleep(PATIENCE, undefined, { signal, ref: false }).catch(() => {})])
}
