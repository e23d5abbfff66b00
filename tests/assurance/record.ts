import { appendFileSync } from "node:fs"

/** What one test tried of a promise of `promises/`, and what was lost, leaked or let in meanwhile. */
export type Tried = {
  /** The `name` of the promise. */
  promise: string
  tried: number
  /** What was tried, in the plural: "saves acknowledged", "cells". */
  of: string
  /** How many of them broke the promise. */
  lost: number
}

/**
 * How often a test tries: the first number in `npm test`, the second in `npm run assure`.
 * A test that tries more needs a `timeout` made from the same number.
 */
export const tries = (short: number, long: number): number =>
  process.env.COLLOQUY_ASSURE === "long" ? long : short

/** Says what was tried, and keeps it for docs/assurance.md where `npm run assure` asks for it. To be called before the test judges. */
export function recordTried(tried: Tried): void {
  const file = process.env.COLLOQUY_ASSURANCE_RECORDS
  if (file) appendFileSync(file, `${JSON.stringify(tried)}\n`)
  console.log(`${tried.promise}: ${tried.tried} ${tried.of}, ${tried.lost} lost`)
}
