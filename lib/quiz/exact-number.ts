/** A decimal number without rounding: `digits` divided by ten to the power of `places`, which is zero or more. */
export type ExactNumber = { digits: bigint; places: number }

/** How far from the right number an answer may be: by so much, or by so many percent of the right number. */
export type Tolerance = { kind: "absolute" | "percent"; amount: ExactNumber }

/** Whether a number is right: at the very edge of the tolerance it still is. */
export function isWithin(given: ExactNumber, right: ExactNumber, { kind, amount }: Tolerance): boolean {
  const distance = absolute(subtract(given, right))
  if (kind === "absolute") return compareExact(distance, amount) <= 0
  return compareExact(multiply(distance, HUNDRED), multiply(amount, absolute(right))) <= 0
}

/** In plain digits with a point, without zeros that say nothing: "-1500.25". */
export function plainNumber({ digits, places }: ExactNumber): string {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0")
  const whole = text.slice(0, text.length - places)
  const part = text.slice(text.length - places).replace(/0+$/, "")
  return `${digits < 0n ? "-" : ""}${whole}${part && "."}${part}`
}

const HUNDRED: ExactNumber = { digits: 100n, places: 0 }

/** Less than zero when a is smaller, zero when they are the same number, greater than zero otherwise. */
export function compareExact(a: ExactNumber, b: ExactNumber): number {
  const { digits } = subtract(a, b)
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

const absolute = ({ digits, places }: ExactNumber): ExactNumber => ({
  digits: digits < 0n ? -digits : digits,
  places,
})

const multiply = (a: ExactNumber, b: ExactNumber): ExactNumber => ({
  digits: a.digits * b.digits,
  places: a.places + b.places,
})

function subtract(a: ExactNumber, b: ExactNumber): ExactNumber {
  const places = Math.max(a.places, b.places)
  const raised = (number: ExactNumber) => number.digits * 10n ** BigInt(places - number.places)
  return { digits: raised(a) - raised(b), places }
}
