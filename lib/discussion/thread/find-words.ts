import { cleanText } from "@/lib/discussion/posts/visible-text"

export const MOST_WORDS = 8
/** How much of a found post is shown, in characters. */
export const EXCERPT_LENGTH = 200

/** Marks above and below letters: accents, points, vowel signs. */
const MARKS = /\p{M}/gu

/** Text as it is compared: compatible forms made one, marks and case left out. */
export const foldText = (text: string): string => text.normalize("NFKD").replace(MARKS, "").toLowerCase()

/** The words to look for, folded, each once, at most eight; [] where nothing is asked. */
export function searchWords(asked: string): string[] {
  const words = cleanText(asked)
    .split(/\s+/u)
    .map(foldText)
    .filter((word) => word !== "")
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** The part of a text where the first of the words stands, whole words where there are any, with a sign where something is left out. */
export function excerptAround(text: string, words: readonly string[]): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()]
  if (characters.length <= EXCERPT_LENGTH) return characters.join("")
  const hit = firstHit(characters, words)
  const first = Math.max(0, Math.min(hit - EXCERPT_LENGTH / 4, characters.length - EXCERPT_LENGTH))
  const from = afterCutWord(characters, first, hit)
  const to = beforeCutWord(characters, first + EXCERPT_LENGTH, hit + EXCERPT_LENGTH / 2)
  const part = characters.slice(from, to).join("").trim()
  return `${from > 0 ? "…" : ""}${part}${to < characters.length ? "…" : ""}`
}

/** Where the next word begins, if `at` is within one and the next begins no later than `last`. */
function afterCutWord(characters: readonly string[], at: number, last: number): number {
  if (at === 0 || characters[at - 1] === " ") return at
  const space = characters.indexOf(" ", at)
  return space >= 0 && space < last ? space + 1 : at
}

/** Where the word before ends, if `at` is within one and that is no earlier than `first`. */
function beforeCutWord(characters: readonly string[], at: number, first: number): number {
  if (at >= characters.length || characters[at] === " ") return at
  const space = characters.lastIndexOf(" ", at)
  return space >= first ? space : at
}

/** The place, in characters, where one of the words begins first; 0 where none does. */
function firstHit(characters: readonly string[], words: readonly string[]): number {
  const folded = characters.map(foldText)
  const all = folded.join("")
  const hits = words.map((word) => all.indexOf(word)).filter((at) => at >= 0)
  const wanted = hits.length > 0 ? Math.min(...hits) : 0
  let length = 0
  const at = folded.findIndex((character) => {
    length += character.length
    return length > wanted
  })
  return Math.max(0, at)
}
