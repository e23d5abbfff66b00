/**
 * At most `most` characters (code points), the last of them "…" where something was left out. Cut after a whole word,
 * unless the last one is so long that half of the room would stay empty.
 */
export function shorten(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const room = letters.slice(0, most - 1)
  const blank = room.findLastIndex((letter) => /\s/.test(letter))
  const isWhole = /\s/.test(letters[most - 1] ?? "")
  const end = isWhole || blank < most / 2 ? room.length : blank
  return `${room.slice(0, end).join("").trimEnd()}…`
}
