/**
 * Disguises for watched words, made by chance from a seed. The look-alikes are a list of its own, put together by eye
 * and not from the table that the product reads, so that what is measured is not the table against itself.
 */

const LOOK_ALIKES: Record<string, string> = {
  a: "аαɑᴀåâａ𝐚𝒂𝓪𝔞ⓐ🅰@4ạАΑ∀คª",
  b: "ЬƅʙƀᏏｂ𝐛𝓫ⓑ8ßВΒв฿",
  c: "сϲᴄⅽçｃ𝐜𝓬ⓒ¢СϹ©ς",
  d: "ԁⅾɗďｄ𝐝𝓭ⓓᴅđԀδ",
  e: "еєëéｅ𝐞𝓮ⓔ3€ЕΕᴇ℮ę",
  f: "ғƒｆ𝐟𝓯ⓕϝꜰḟ",
  g: "ɡｇ𝐠𝓰ⓖ9ğցɢǵ",
  h: "һհｈ𝐡𝓱ⓗНΗнʜħ",
  i: "іíïıｉ𝐢𝓲ⓘ1!|ІΙɪιⅰỉ",
  j: "јϳｊ𝐣𝓳ⓙЈᴊĵ",
  k: "кκｋ𝐤𝓴ⓚКΚᴋķ",
  l: "ӏⅼ1|ｌ𝐥𝓵ⓛІ∣łʟℓ",
  m: "мｍ𝐦𝓶ⓜМΜⅿᴍṃ",
  n: "ոｎ𝐧𝓷ⓝпηΝɴñท",
  o: "оοσ0ｏ𝐨𝓸ⓞОΟöøօᴏ",
  p: "рρｐ𝐩𝓹ⓟРΡᴘṗ",
  r: "гｒ𝐫𝓻ⓡʀяŕᴦ",
  s: "ѕｓ𝐬𝓼ⓢ5$Ѕꜱšʂ",
  t: "тτｔ𝐭𝓽ⓣ7+ТΤᴛťţ",
  u: "սυｕ𝐮𝓾ⓤüūᴜцʋ",
  v: "ѵνⅴｖ𝐯𝓿ⓥᴠ",
  w: "ԝɯｗ𝐰𝔀ⓦωᴡŵ",
  x: "хχⅹｘ𝐱𝔁ⓧ×ХΧ",
  y: "уγýｙ𝐲𝔂ⓨУΥʏÿ",
  z: "ᴢｚ𝐳𝔃ⓩΖžʐ2",
}

const UNSEEN = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e", "\u{e0061}"]
const MARKS = ["\u0300", "\u0301", "\u0308", "\u0336", "\u0338", "\u0489", "\u20dd", "\u0323"]
const SEPARATORS = [".", "-", "_", "*", "~", "·", "/", ",", "'", "|"]
const LEET: Record<string, string> = {
  a: "4@",
  e: "3",
  i: "1!",
  l: "1",
  o: "0",
  s: "5$",
  t: "7",
  b: "8",
  g: "9",
}

export type Random = () => number

/** Mulberry32: 32 bits of state, the same numbers for the same seed everywhere. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const oneOf = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T

/** Another sign in the place of a letter; what was hung on it stays. */
function replaced(letter: string, by: Record<string, string>, random: Random): string {
  const [first = "", ...rest] = letter
  const others = by[first.toLowerCase()]
  return others ? oneOf([...others], random) + rest.join("") : letter
}

type Disguise = (letters: readonly string[], random: Random) => string[]

const each =
  (change: (letter: string, random: Random) => string, share: number): Disguise =>
  (letters, random) => {
    const sure = Math.floor(random() * letters.length)
    return letters.map((letter, at) => (at === sure || random() < share ? change(letter, random) : letter))
  }

const between = (letters: readonly string[], separator: string): string[] =>
  letters.map((letter, at) => (at < letters.length - 1 && letter !== " " ? letter + separator : letter))

export const disguises: Record<string, Disguise> = {
  "look-alike letters": each((letter, random) => replaced(letter, LOOK_ALIKES, random), 0.4),
  "nothing between": each((letter, random) => letter + oneOf(UNSEEN, random), 0.4),
  "combining marks": each((letter, random) => letter + oneOf(MARKS, random), 0.4),
  figures: each((letter, random) => replaced(letter, LEET, random), 0.5),
  repeats: each((letter, random) => letter.repeat(2 + Math.floor(random() * 4)), 0.2),
  "mixed case": each((letter) => letter.toUpperCase(), 0.5),
  spacing: (letters) => between(letters, " "),
  punctuation: (letters, random) => {
    const separator = oneOf(SEPARATORS, random)
    if (random() < 0.5) return between(letters, separator)
    const at = 1 + Math.floor(random() * (letters.length - 1))
    return letters.map((letter, place) => (place === at ? separator + letter : letter))
  },
}

export type Variant = { word: string; text: string; by: string[] }

/** Disguises of words in turn, by one to three operations each. Spacing and punctuation come last. */
export function makeVariants(words: readonly string[], count: number, random: Random): Variant[] {
  const names = Object.keys(disguises)
  return Array.from({ length: count }, (_, index) => {
    const word = words[index % words.length] ?? ""
    const wanted = 1 + Math.floor(random() * 3)
    const by = new Set<string>()
    while (by.size < wanted) by.add(oneOf(names, random))
    const ordered = names.filter((name) => by.has(name))
    const text = ordered.reduce<string[]>(
      (letters, name) => disguises[name]?.(letters, random) ?? letters,
      [...word],
    )
    return { word, text: text.join(""), by: ordered }
  })
}
