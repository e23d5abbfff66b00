import { type Sign, signOf } from "./skeleton"
import { endsPiece, isLastKind, type Letter, lettersFrom, widthAt } from "./walk-letters"
import { isOneOf, PAIRS, type Pattern, type WatchedWord, type WatchList } from "./watch-list"

/** A watched word in a text: what was written there, and its places in the string. */
export type WatchedPassage = { word: WatchedWord; passage: string; from: number; to: number }

/** Of one word in one text: more of the same tells nothing new. */
const MOST_OF_A_WORD = 3

/**
 * The watched words of a text, however they are disguised, in order. Words are found whole: they begin and end where a
 * word does. Linear in the length of the text.
 */
export function findWatched(text: string, list: WatchList): WatchedPassage[] {
  const found: WatchedPassage[] = []
  if (list.size === 0) return found
  let before: Sign | null = null
  let isNext = false
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const width = isSurrogate(code) ? widthAt(text, at) : 1
    const sign = signOf(width === 1 ? code : (text.codePointAt(at) ?? 0))
    const first = sign.letters[0]
    if (first) {
      // A word may begin after a figure, as it may end before one: "4you", "you2".
      const begins = isNext ? before?.isTrue === false && !isOneOf(lastOf(before), first) : true
      const patterns = begins ? beginningWith(first, list) : undefined
      if (patterns) addStarting(found, { text, at, width, before, first, patterns })
      before = sign
      isNext = true
    } else if (sign.gap !== "nothing") isNext = false
    at += width
  }
  return found
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const lastOf = (sign: Sign): readonly string[] => sign.letters.at(-1) ?? []

type Spot = { text: string; at: number; width: number; before: Sign | null; first: readonly string[] }

/** "a" after "a " in "a a a": whatever begins here was followed from the first of them. */
const goesOn = ({ text, at, width, before, first }: Spot): boolean =>
  before !== null && isOneOf(lastOf(before), first) && endsPiece(text, at + width) && standsAlone(text, at)

/** Is the letter before the gap before this place the only one of its piece? Characters nobody sees are not passed over. */
function standsAlone(text: string, at: number): boolean {
  const [gap, letter, earlier] = [at - 1, at - 2, at - 3].map((place) =>
    signOf(text.charCodeAt(place) || SPACE),
  )
  return gap?.letters.length === 0 && letter?.letters.length === 1 && earlier?.letters.length === 0
}

const SPACE = 32

type Start = Spot & { patterns: Iterable<Pattern> }

function addStarting(found: WatchedPassage[], start: Start): void {
  const { text, at, patterns } = start
  for (const pattern of patterns) {
    if (isPlainlyOther(pattern, start)) continue
    const to = goesOn(start) ? null : endOf(pattern, text, at)
    if (to === null) continue
    const before = found.filter((one) => one.word === pattern.of)
    if (before.length >= MOST_OF_A_WORD || (before.at(-1)?.to ?? 0) > at) continue
    found.push({ word: pattern.of, passage: text.slice(at, to), from: at, to })
  }
}

function beginningWith(first: readonly string[], list: WatchList): Iterable<Pattern> | undefined {
  if (first.length === 1) return list.get(first[0] ?? "")
  return new Set(first.flatMap((reading) => list.get(reading) ?? []))
}

/** Where the word ends that begins at a place, or null. Each of its letters may be repeated. */
function endOf(pattern: Pattern, text: string, at: number): number | null {
  const walk = new Walk(pattern)
  for (const letter of lettersFrom(text, at)) {
    const step = walk.take(letter)
    if (step !== "on") return step === "whole" ? walk.found() : null
  }
  return walk.isWhole() ? walk.found() : null
}

/** A glance at what follows, where that is ASCII: it tells most words apart. */
function isPlainlyOther({ letters, never }: Pattern, { text, at, width, first }: Spot): boolean {
  if (never[text.charCodeAt(at + width)]) return true
  if (!isOneOf(first, letters[0])) return false
  let place = 0
  for (let next = at + width; place < letters.length - 1; next += 1) {
    const code = text.charCodeAt(next)
    if (!(code >= SMALL_A && code <= SMALL_Z)) return false
    const readings = signOf(code).letters[0] ?? []
    if (isOneOf(readings, letters[place + 1])) place += 1
    else if (!isOneOf(readings, letters[place])) return !mayBePair(readings, letters[place + 1])
  }
  return false
}

const SMALL_A = 97
const SMALL_Z = 122

const mayBePair = (readings: readonly string[], wanted: readonly string[] = []): boolean =>
  wanted.some((one) => PAIRS[one] !== undefined && readings.includes(PAIRS[one][0]))

/** One word followed letter by letter. */
class Walk {
  private place = -1
  private end = 0
  private hasTrue = false
  private last: Letter | null = null
  /** So far its piece holds one letter, or the same one several times. */
  private isOfOneKind = true
  /** The second letter of a pair that looks like one, if it comes next. */
  private awaited: string | null = null

  constructor(private readonly pattern: Pattern) {}

  isWhole(): boolean {
    return this.awaited === null && this.place === this.pattern.letters.length - 1
  }

  /** Figures alone are no word. */
  found(): number | null {
    return this.hasTrue || !this.pattern.hasLetter ? this.end : null
  }

  take(letter: Letter): "on" | "whole" | "none" {
    if (this.awaited) return this.takeSecond(letter)
    if (this.isWhole()) return this.takeAfter(letter)
    if (!this.crosses(letter)) return "none"
    const wanted = this.pattern.letters[this.place + 1]
    if (isOneOf(letter.readings, wanted)) return this.go(letter, 1)
    const pair = wanted?.map((one) => PAIRS[one]).find((one) => one && letter.readings.includes(one[0]))
    if (pair) {
      this.awaited = pair[1]
      return this.go(letter, 1)
    }
    if (this.isRepeat(letter)) return this.go(letter, 0)
    return letter.isMark ? "on" : "none"
  }

  private takeSecond(letter: Letter) {
    const isPair = letter.gap === "nothing" && letter.readings.includes(this.awaited ?? "")
    this.awaited = null
    return isPair ? this.go(letter, 0) : "none"
  }

  /** What follows the whole word: its last letter again, a boundary, or the middle of another word. */
  private takeAfter(letter: Letter) {
    if (letter.gap !== "nothing") return "whole"
    if (this.pattern.isOpen || this.isRepeat(letter)) return this.go(letter, 0)
    return letter.isTrue ? "none" : "whole"
  }

  private isRepeat = (letter: Letter): boolean => isOneOf(letter.readings, this.pattern.letters[this.place])

  private crosses(letter: Letter): boolean {
    const { gap } = letter
    if (gap === "nothing" || gap === "mark" || !this.last) return true
    return this.pattern.spaceAfter[this.place] === true || (this.isOfOneKind && isLastKind(letter))
  }

  private go(letter: Letter, steps: 0 | 1): "on" {
    this.isOfOneKind = letter.isFirst || (this.isOfOneKind && isOneOf(letter.readings, this.last?.readings))
    this.place += steps
    this.end = letter.to
    this.hasTrue ||= letter.isTrue
    this.last = letter
    return "on"
  }
}
