// Written as escapes: these are the characters nobody sees. Soft hyphen, joiners and marks of direction, fillers,
// variation selectors, the tag characters, and the controls other than tab and line break.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e0fff}]/gu

// Urdu and Persian need the two joiners inside words, and emoji are built with the second and a selector.
const NEEDED_INSIDE = new Set(["\u200c", "\u200d", "\ufe0f"])

/** Letters, figures, marks and signs: what a reader would see on an empty page. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * Text as it is kept: composed (NFC), line breaks as \n, characters nobody sees removed, ends trimmed.
 * Joiners stay only between two visible characters. Linear in the length of the text.
 */
export function cleanText(text: string): string {
  const composed = text.normalize("NFC").replace(/\r\n?/g, "\n")
  const kept = composed.replace(INVISIBLE, (character, at: number) =>
    NEEDED_INSIDE.has(character) && standsInside(composed, at, character) ? character : "",
  )
  return kept.trim()
}

function standsInside(text: string, at: number, character: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + 1, at + 3)
  return VISIBLE.test(before) && (character === "\ufe0f" || VISIBLE.test(after))
}

/** How many characters a reader sees, code points counted once, spaces and line breaks not at all. */
export function countVisible(text: string): number {
  let count = 0
  for (const character of cleanText(text)) if (!/\s/u.test(character)) count += 1
  return count
}
