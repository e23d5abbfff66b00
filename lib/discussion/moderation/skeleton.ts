import { CONFUSABLES } from "./confusables"

/**
 * What a character may be read as. `letters` holds the readings of each letter it stands for ("ﬁ" is two); none where
 * it is no letter. `gap` is what it is instead.
 */
export type Sign = {
  letters: readonly (readonly string[])[]
  /** A letter of some script, not a figure or a sign that is used as one. */
  isTrue: boolean
  /** A sign that may as well be none: "|" in "l|o|s|e|r". */
  isMark: boolean
  gap: Gap
}

/** What stands between two letters. nothing: nobody sees it. quote: an apostrophe, which belongs inside words. */
export type Gap = "nothing" | "mark" | "quote" | "space"

const ascii: Sign[] = []
const others = new Map<number, Sign>()

/** The sign of a code point. Each is worked out once. */
export function signOf(codePoint: number): Sign {
  const known = codePoint < 128 ? ascii[codePoint] : others.get(codePoint)
  if (known) return known
  const sign = readSign(String.fromCodePoint(codePoint))
  if (codePoint < 128) ascii[codePoint] = sign
  else others.set(codePoint, sign)
  return sign
}

const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]$/u
const QUOTE = /^['’‘ʼ`´]$/u
const SPACE = /^[\s\p{Z}]$/u
const LETTER = /^[\p{L}\p{M}\p{N}]$/u
const MARK = /^[\p{S}\p{P}]$/u
const FIGURE = /^[\p{Nd}\p{Sm}\p{Sc}\p{P}]$/u

function readSign(character: string): Sign {
  const letters = UNSEEN.test(character) || QUOTE.test(character) ? [] : lettersOf(openedLetter(character))
  if (letters.length > 0) return letterSign(character, letters)
  return { letters, isTrue: false, isMark: true, gap: gapOf(character) }
}

const letterSign = (character: string, letters: string[][]): Sign => ({
  letters,
  isTrue: !FIGURE.test(character),
  isMark: MARK.test(character),
  gap: "nothing",
})

function gapOf(character: string): Gap {
  if (UNSEEN.test(character) || ACCENT.test(character)) return "nothing"
  if (QUOTE.test(character)) return "quote"
  return SPACE.test(character) ? "space" : "mark"
}

/**
 * A capital looks like other letters than its small one, "I" like an "l", but means the same: both count. Small letters
 * of other scripts are also taken for the capitals they stand for: "т" for a "T".
 */
function lettersOf(character: string): string[][] {
  const small = skeletonOf(character.toLowerCase())
  const isAscii = character.charCodeAt(0) < 128
  const looks = [character, isAscii ? character : character.toUpperCase()].map(skeletonOf)
  const alike = looks.filter((look) => look.length === small.length)
  return small.map((letter, at) => {
    const readings = [letter, ...alike.flatMap((look) => look[at] ?? [])]
    return [...new Set(readings.flatMap((one) => [one, ...(FIGURES[one] ?? "")]))]
  })
}

/** The letters of a text by the look of them: decomposed, without accents, each as its prototype in UTS #39. */
function skeletonOf(text: string): string[] {
  const looks = (one: string) => [...decomposed(prototypeOf(one).toLowerCase())]
  // Once more, since small and capital prototypes differ: "Ι" looks like "I", and that like "l".
  return [...decomposed(text)]
    .flatMap(looks)
    .flatMap(looks)
    .filter((one) => LETTER.test(one))
}

/** Accents and points above and below, but not the vowels of Indic scripts, which are letters. */
const ACCENT = /^[\p{Mn}\p{Me}]$/u
const ACCENTED =
  /^[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Syriac}]$/u

const decomposed = (text: string): string =>
  [...text.normalize("NFKD")].filter((one) => !(ACCENT.test(one) && ACCENTED.test(one))).join("")

/** Figures that stand for letters; "0" and "1" look like "o" and "l" by themselves. */
const FIGURES: Record<string, string> = { 3: "e", 4: "a", 5: "s", 6: "bg", 7: "t", 8: "b", 9: "g" }
const SIGNS: Record<string, string> = { "@": "a", $: "s", "!": "l", "|": "l", "+": "t", "€": "e", "¢": "c" }
/** Small capitals, which are prototypes of their own in UTS #39, and letters that are popular for the look of them. */
const SMALL_CAPITALS = [
  "a=ᴀ",
  "b=ʙß",
  "c=ᴄς",
  "d=ᴅ",
  "e=ᴇ℮",
  "f=ꜰ",
  "g=ɢ",
  "h=ʜ",
  "i=ɪ",
  "j=ᴊ",
  "k=ᴋĸ",
  "l=ʟ",
  "m=ᴍ",
  "n=ɴпи",
  "o=ᴏ",
  "p=ᴘ",
  "r=ʀяᴙʁ",
  "s=ꜱ",
  "t=ᴛ",
  "u=ᴜц",
  "v=ᴠ",
  "w=ᴡωщ",
  "y=ʏ",
  "z=ᴢ",
]
/** Letters of Arabic that are written alike, or typed for each other, in Urdu, Persian and Arabic. */
const ARABIC = ["ى=يیىےېۍۑ", "ك=کڪګ", "o=هہۀەةھۃ"]

const prototypes = new Map<string, string>()
for (const group of [...CONFUSABLES.split(" "), ...SMALL_CAPITALS, ...ARABIC]) {
  const at = group.indexOf("=", 1)
  for (const one of group.slice(at + 1)) prototypes.set(one, group.slice(0, at))
}
for (const [sign, letter] of Object.entries(SIGNS)) prototypes.set(sign, letter)

const prototypeOf = (character: string): string => prototypes.get(character) ?? character

/** The first of 26 letters in circles, in boxes and of flags, which no decomposition opens. */
const CLOSED = [0x1f150, 0x1f170, 0x1f1e6]

function openedLetter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  const first = CLOSED.find((start) => codePoint >= start && codePoint < start + 26)
  return first === undefined ? character : String.fromCharCode(0x61 + codePoint - first)
}
