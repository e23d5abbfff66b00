import { type Fraction, fraction } from "@/lib/quiz/fraction"

const GLYPHS: Record<string, string> = { "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾" }

/**
 * The one place where a score is rounded. Points are shown whole, as a printed fraction where one exists
 * (½, ⅓, ⅔, ¼, ¾), otherwise to two decimals, halves up. Never rounded up to a total that was not reached.
 */
export function displayPoints(points: Fraction): string {
  const exact = fraction(points.numerator, points.denominator)
  const whole = Math.trunc(exact.numerator / exact.denominator)
  const rest = exact.numerator - whole * exact.denominator
  if (rest === 0) return String(whole)
  const glyph = GLYPHS[`${rest}/${exact.denominator}`]
  if (glyph) return whole === 0 ? glyph : `${whole}${glyph}`
  return hundredths(exact)
}

/** For files: a plain decimal that agrees with what the screen shows. */
export function decimalPoints(points: Fraction): string {
  const exact = fraction(points.numerator, points.denominator)
  return exact.denominator === 1 ? String(exact.numerator) : hundredths(exact)
}

/** Two decimals, halves up, but never up to the next whole number: 2.999 is 2.99, not 3. */
function hundredths({ numerator, denominator }: Fraction): string {
  const rounded = Math.floor((numerator * 200 + denominator) / (denominator * 2))
  const ceiling = Math.ceil(numerator / denominator) * 100
  return (Math.min(rounded, ceiling - 1) / 100).toFixed(2)
}
