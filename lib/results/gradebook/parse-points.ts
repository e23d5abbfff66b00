import { add, type Fraction, fraction } from "@/lib/quiz/fraction"

const GLYPHS: Record<string, string> = { "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4" }
const PLAIN = /^(-?\d{1,6})(?:[.,](\d{1,4}))?$/
const MIXED = /^(?:(\d{1,6}) )?(\d{1,4})\/(\d{1,4})$/

/** Points as somebody types them, exactly: "7", "7.5", "7,5", "7 1/2", "7½". Null where it is no such number. */
export function parsePoints(text: string): Fraction | null {
  const spelt = [...text.trim()].map((mark) => (GLYPHS[mark] ? ` ${GLYPHS[mark]}` : mark)).join("")
  const plain = spelt.replace(/\s+/g, " ").trim()
  const decimal = PLAIN.exec(plain)
  if (decimal) {
    const [, whole = "", part = ""] = decimal
    return fraction(Number(`${whole}${part}`), 10 ** part.length)
  }
  const [, whole, top, bottom] = MIXED.exec(plain) ?? []
  if (top === undefined || Number(bottom) === 0) return null
  return add(fraction(Number(whole ?? 0), 1), fraction(Number(top), Number(bottom)))
}
