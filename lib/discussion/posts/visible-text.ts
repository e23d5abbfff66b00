// Joiners, marks of direction, fillers, variation selectors, tag characters, controls, and the blank Braille cell.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800\ufff9-\ufffb]/gu

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
  return composed.replace(INVISIBLE, (it, at: number) => (isNeeded(it, composed, at) ? it : "")).trim()
}

function isNeeded(character: string, text: string, at: number): boolean {
  if (character === "\n" || character === "\t") return true
  if (!NEEDED_INSIDE.has(character) || !VISIBLE.test(text.slice(Math.max(0, at - 2), at))) return false
  return character === "\ufe0f" || VISIBLE.test(text.slice(at + 1, at + 3))
}

/** How many characters a reader sees, code points counted once, spaces and line breaks not at all. */
export function countVisible(text: string): number {
  let count = 0
  for (const character of cleanText(text)) if (!/\s/u.test(character)) count += 1
  return count
}
