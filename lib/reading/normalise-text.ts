/** Every way of ending a line that files use: CRLF, CR, NEL, line and paragraph separator, vertical tab, form feed. */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029\v\f]/g

/** Blanks other than the plain space: tab, no-break, the typographic widths, ideographic. */
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/**
 * Characters nobody sees that would make equal words differ or turn a line around: controls, soft hyphen, zero-width
 * space, byte order mark, word joiner, directional overrides. Joiners (U+200C, U+200D) stay: Urdu and Persian need them.
 */
const INVISIBLE = /[^\P{Cc}\n]|[\u00ad\u200b\u2060\ufeff\u202a-\u202e]/gu

/** Half of a character of two halves: UTF-16 that was cut. */
const LONE_SURROGATE = /\p{Cs}/gu

/**
 * Text as the rest of this room takes it: NFC, `\n` line ends, plain spaces, nothing invisible, lines trimmed.
 * Words stay as they are.
 */
export function normaliseText(text: string): string {
  const plain = text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(LINE_ENDS, "\n")
    .replace(BLANKS, " ")
    .replace(INVISIBLE, "")
    .normalize("NFC")
  return plain
    .split("\n")
    .map((line) => squeezeSpaces(line))
    .join("\n")
}

/** One space where there were several, none at the ends. Linear: never a pattern that backs up over spaces. */
export const squeezeSpaces = (text: string): string =>
  text
    .split(" ")
    .filter((word) => word !== "")
    .join(" ")
