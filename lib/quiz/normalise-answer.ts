export type AnswerRules = {
  /** "UN" and "un" are the same answer. */
  ignoreCase: boolean
  /** "café" and "cafe" are the same answer. */
  ignoreDiacritics: boolean
}

const DOUBLE_QUOTES = /[\u201C-\u201F\u00AB\u00BB\u2033]/g
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u0060\u00B4\u02BC\u02BB]/g
const DASHES = /[\u2010-\u2015\u2212]/g
/** Zero width, joiners, direction marks, soft hyphen: seen by nobody, typed by copying. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g

/**
 * A short answer in the form in which it is compared. NFKC, straight quotes, plain hyphens, single spaces, nothing
 * invisible, no quotes around the whole and no mark at its end. Every step is linear in the length, and a second time
 * changes nothing.
 */
export function normaliseAnswer(answer: string, rules: AnswerRules): string {
  // Marks before NFKC, which would take an acute accent apart into a space and a combining mark; and after it, because it
  // takes other characters apart into marks.
  const plain = straighten(straighten(answer.replace(INVISIBLE, "")).normalize("NFKC"))
  const cased = rules.ignoreCase ? foldCase(plain) : plain
  const bare = rules.ignoreDiacritics ? withoutDiacritics(cased) : cased
  return trimMarks(bare.replace(/\s+/gu, " "))
}

const straighten = (text: string): string =>
  text.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, "-")

const withoutDiacritics = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC")

/**
 * Down, up and down again, so that "ß" is "ss" and a final sigma is a sigma. Down first: the capital "ẞ" is its own upper
 * case, and only its lower case has the two letters.
 */
const foldCase = (text: string): string => text.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC")

/** By hand and from both ends, because a pattern anchored at the end tries again from every character. */
function trimMarks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && ` "'`.includes(text.charAt(start))) start++
  while (end > start && ` "'.,;:!?`.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
