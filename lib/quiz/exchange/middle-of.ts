import { plainNumber } from "@/lib/quiz/exact-number"
import { readNumber } from "@/lib/quiz/read-number"

/** A span as its middle and half its width, exactly; the ends themselves where they are no numbers. */
export function middleOf(from: string, to: string): [number: string, tolerance: string] {
  const [low, high] = [readNumber(from), readNumber(to)]
  if (!low || !high) return [from, "0"]
  const places = Math.max(low.places, high.places)
  const digitsOf = (one: typeof low) => one.digits * 10n ** BigInt(places - one.places)
  // Halves are fives one place further on.
  const half = (digits: bigint) => plainNumber({ digits: digits * 5n, places: places + 1 })
  return [half(digitsOf(low) + digitsOf(high)), half(digitsOf(high) - digitsOf(low))]
}
