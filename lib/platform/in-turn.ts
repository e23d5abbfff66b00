import "server-only"

const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/** Runs heavy work, at most two at a time; the others wait in the order they came. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
