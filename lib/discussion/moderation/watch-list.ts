import { signOf } from "./skeleton"
import { type Letter, lettersFrom } from "./walk-letters"

/** A word or phrase that is watched, as it was entered. "*" at its end stands for any ending. */
export type WatchedWord = { word: string; note: string }

/** A word made ready to be found. */
export type Pattern = {
  of: WatchedWord
  /** How each of its letters may be read. */
  letters: readonly (readonly string[])[]
  /** Whether a space follows each of its letters. */
  spaceAfter: readonly boolean[]
  /** False for a word of figures only, which figures alone may be. */
  hasLetter: boolean
  isOpen: boolean
  /** ASCII characters, by code, that cannot follow its first letter: a glance that tells most words apart. */
  never: readonly boolean[]
}

/** Watched words by what they may begin with. */
export type WatchList = ReadonlyMap<string, readonly Pattern[]>

/** Two letters together that look like one. */
export const PAIRS: Readonly<Record<string, readonly [string, string]>> = { m: ["r", "n"], w: ["v", "v"] }

/** Makes a list ready, once for many texts. A word of fewer than two letters is left out. */
export function makeWatchList(words: readonly WatchedWord[]): WatchList {
  const list = new Map<string, Pattern[]>()
  for (const word of words) {
    const pattern = patternOf(word)
    for (const first of pattern ? beginnings(pattern) : [])
      list.set(first, [...(list.get(first) ?? []), ...(pattern ? [pattern] : [])])
  }
  return list
}

function beginnings({ letters: [first = []] }: Pattern): Set<string> {
  return new Set(first.flatMap((letter) => [letter, ...(PAIRS[letter]?.slice(0, 1) ?? [])]))
}

/** How a word is told from others: what has the same key is the same word to the list. "" for what cannot be watched. */
export function watchKey(word: string): string {
  const pattern = patternOf({ word, note: "" })
  if (!pattern) return ""
  const { letters, spaceAfter, isOpen } = pattern
  const text = letters.map(([letter], at) => `${letter}${spaceAfter[at] ? " " : ""}`).join("")
  return `${text.trim()}${isOpen ? "*" : ""}`
}

function patternOf(of: WatchedWord): Pattern | null {
  const typed = of.word.trim()
  const isOpen = typed.endsWith("*")
  const word = isOpen ? typed.slice(0, -1) : typed
  const letters = [...lettersFrom(word.toLowerCase(), 0)]
  if (letters.length < 2) return null
  const readings = inBothCases(letters, [...lettersFrom(word.toUpperCase(), 0)])
  return {
    of,
    letters: readings,
    spaceAfter: letters.map((_, at) => letters[at + 1]?.gap === "space"),
    hasLetter: letters.some((letter) => letter.isTrue),
    isOpen,
    never: neverAfter(readings),
  }
}

/** A letter is meant by whatever looks like it, small or capital. */
function inBothCases(small: readonly Letter[], capital: readonly Letter[]): string[][] {
  const isAlike = small.length === capital.length
  return small.map(({ readings }, at) => [
    ...new Set([...readings, ...((isAlike && capital[at]?.readings) || [])]),
  ])
}

function neverAfter([first = [], second = []]: readonly string[][]): boolean[] {
  const wanted = [...first, ...second]
  const next = wanted.flatMap((letter) => [letter, ...(PAIRS[letter] ?? [])])
  return Array.from({ length: 128 }, (_, code) => {
    const { letters, isMark } = signOf(code)
    return !isMark && !isOneOf(letters[0] ?? [], next)
  })
}

/** Have two lists of readings one in common? */
export const isOneOf = (readings: readonly string[], wanted: readonly string[] = []): boolean => {
  for (const one of readings) if (wanted.includes(one)) return true
  return false
}
