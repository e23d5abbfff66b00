import { type Gap, type Sign, signOf } from "./skeleton"

/** A letter of a text: how it may be read, where it stands, and what stands between it and the one before. */
export type Letter = {
  readings: readonly string[]
  isTrue: boolean
  isMark: boolean
  /** Where the character ends that it comes from. */
  to: number
  gap: Gap
  /** It begins a piece. */
  isFirst: boolean
  text: string
}

/** Nothing else follows in its piece, but the same again: "p" in "s.t.u.ppp". */
export function isLastKind({ text, to, readings }: Letter): boolean {
  for (const letter of lettersFrom(text, to)) {
    if (letter.gap !== "nothing") return true
    if (!letter.readings.some((one) => readings.includes(one))) return false
  }
  return true
}

const STRENGTH: Record<Gap, number> = { nothing: 0, mark: 1, quote: 2, space: 3 }
const NOTHING: Sign = { letters: [], isTrue: false, isMark: true, gap: "space" }

/** The sign at a place; the end of the text is a space. */
const signAt = (text: string, at: number): Sign => {
  const codePoint = text.codePointAt(at)
  return codePoint === undefined ? NOTHING : signOf(codePoint)
}

/** How many units of the string the character at a place takes. */
export const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** The letters of a text from a place on. Each is looked at when it is asked for, and no further than that. */
export function* lettersFrom(text: string, start: number): Generator<Letter> {
  let gap: Gap = "nothing"
  let isFirst = true
  for (let at = start; at < text.length; ) {
    const sign = signAt(text, at)
    const to = at + widthAt(text, at)
    if (sign.letters.length === 0 && STRENGTH[sign.gap] > STRENGTH[gap]) gap = sign.gap
    for (const readings of sign.letters) {
      yield {
        readings,
        isTrue: sign.isTrue,
        isMark: sign.isMark,
        to,
        gap,
        isFirst: isFirst || gap !== "nothing",
        text,
      }
      gap = "nothing"
      isFirst = false
    }
    at = to
  }
}

/** Does a piece end at this place? What nobody sees is passed over. */
export function endsPiece(text: string, start: number): boolean {
  let at = start
  while (at < text.length) {
    const sign = signAt(text, at)
    if (sign.letters.length > 0) return false
    if (sign.gap !== "nothing") return true
    at += widthAt(text, at)
  }
  return true
}
