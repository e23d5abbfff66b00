import crypto from "node:crypto"
import { syncBuiltinESMExports } from "node:module"

let drawn = 0

/**
 * From now on the app's draws (the order of a sitting, a pseudonym) follow from this number: what chance decides must
 * fall the same in both databases, or everything would differ. Ids stay random, and are masked.
 */
export function drawAlike(seed: number): void {
  drawn = seed >>> 0
  crypto.randomInt = draw as typeof crypto.randomInt
  syncBuiltinESMExports()
}

/** A linear congruential generator (Numerical Recipes): it only has to be the same twice. */
function draw(low: number, high?: number): number {
  const [from, to] = high === undefined ? [0, low] : [low, high]
  drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0
  return from + Math.floor((drawn / 2 ** 32) * (to - from))
}
