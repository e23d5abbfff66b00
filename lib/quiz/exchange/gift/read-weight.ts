/** Why the braces cannot be read: a sentence of the messages, and what it speaks of. */
export type Unreadable = { code: string; params?: Record<string, string> }

const WEIGHT = /^\s*%(-?\d+(?:[.,]\d+)?)%/

/** `%50%` before an answer, in percent of the points; `usual` where nothing is said. */
export function readWeight(written: string, usual: number): { percent: number; rest: string } {
  const weight = WEIGHT.exec(written)
  if (!weight) return { percent: usual, rest: written }
  return { percent: Number(weight[1]?.replace(",", ".")), rest: written.slice(weight[0].length) }
}
