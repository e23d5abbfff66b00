/** Marks that end a sentence: Latin, Arabic and Urdu, Devanagari, Chinese and Japanese, Armenian, Ethiopic. */
const TERMINALS =
  ".!?…\u061f\u06d4\u0964\u0965\u3002\uff01\uff1f\uff0e\uff61\u0589\u1362\u203d\u2047\u2048\u2049"

/** Marks that close what was opened, and so belong to the sentence before them. */
export const CLOSERS = "\u201d\u2019\u00bb\u203a\"')]}\u300d\u300f\u3009\u300b\uff09\u3011"

/** Marks that open something, and so belong to the sentence after them. */
export const OPENERS =
  "\u201c\u2018\u00ab\u2039\u201e\u201a([{\u300c\u300e\u3008\u300a\uff08\u3010\u00bf\u00a1"

export const isTerminal = (character: string): boolean => character !== "" && TERMINALS.includes(character)
export const isCloser = (character: string): boolean => character !== "" && CLOSERS.includes(character)
export const isOpener = (character: string): boolean => character !== "" && OPENERS.includes(character)

/** Whether a text ends as sentences do: a final mark, perhaps with closing marks and blanks after it. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1
  while (at >= 0 && (text[at] === " " || isCloser(text[at] ?? ""))) at--
  return isTerminal(text[at] ?? "")
}
