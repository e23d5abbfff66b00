/** Retroflex letters, a nasal, a long e and a full stop that Arabic and Persian lack: hardly a sentence does without them. */
const urduLetters = /[\u0679\u0688\u0691\u06ba\u06d2\u06d4]/

/** Whether a text in Arabic script is Urdu. */
export const isUrdu = (text: string): boolean => urduLetters.test(text)

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/**
 * The `lang` of words, or of HTML, whose language nobody said: "ur" where most of it is Urdu, so that it is set in its own
 * face and read aloud by its own voice; otherwise the page's.
 */
export function urduLang(text: string | null): "ur" | undefined {
  if (text === null || !isUrdu(text)) return undefined
  const words = text.replaceAll(/<[^<>]*>/g, " ")
  return count(words, /\p{Script=Arabic}/gu) > count(words, /\p{Script=Latin}/gu) ? "ur" : undefined
}
