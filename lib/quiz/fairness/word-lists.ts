/** English words that the rules look for. Other languages have no lists yet: see `hasWordLists`. */

export const ABSOLUTES = [
  "always",
  "never",
  "all",
  "none",
  "only",
  "every",
  "everyone",
  "everybody",
  "everything",
  "nobody",
  "nothing",
] as const

export const NEGATIONS = [
  "not",
  "cannot",
  "never",
  "no",
  "none",
  "nobody",
  "nothing",
  "neither",
  "without",
  "except",
] as const

/** Whether the rules of words can be run on a text in this language (BCP 47). */
export const hasWordLists = (language: string): boolean => /^en(-|$)/i.test(language.trim())

/** Lower case, straight apostrophes, single spaces: as the word rules compare. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s+/g, " ")
    .trim()

/** "not all", "at all", "above all": the word is there, and nothing is said absolutely. */
const HARMLESS = /\b(?:not|n't|at|above|after|if) (?:all|only|always|every\w*)\b|\ball the same\b/g

/** The first word of a text that admits no exception, as it is listed; null where there is none. */
export function absoluteIn(text: string): string | null {
  const rest = plainWords(text).replace(/n't\b/g, " n't").replace(HARMLESS, " ")
  return firstOf(rest, ABSOLUTES)
}

/** How many negations a text has. "neither … nor" is one, because "nor" is not counted. */
export function countNegations(text: string): number {
  const plain = plainWords(text).replace(/\bnot only\b|\bno (?:more|less|longer) than\b/g, " ")
  const listed = NEGATIONS.reduce((sum, word) => sum + countWord(plain, word), 0)
  return listed + (plain.match(/n't\b/g)?.length ?? 0)
}

const countWord = (plain: string, word: string): number =>
  plain.match(new RegExp(`\\b${word}\\b`, "g"))?.length ?? 0

function firstOf(plain: string, words: readonly string[]): string | null {
  const places = words
    .map((word) => ({ word, at: plain.search(new RegExp(`\\b${word}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
  return places[0]?.word ?? null
}
