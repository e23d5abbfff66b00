import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { isWholePercent, WHOLE } from "@/lib/quiz/share"
import type { ShortKey, WeighedWording } from "@/lib/quiz/types/short/shapes"

type Wordings = Pick<ShortKey, "variants" | "weighed">

/** Every wording with its share and what is said to it, in the order in which they are tried. */
export const wordingsOf = ({ variants, weighed }: Wordings): WeighedWording[] =>
  weighed ?? variants.map((text) => ({ text, percent: WHOLE, comment: "" }))

/** The same as a key holds them: the list with shares only where one is not the whole, or something is said to one. */
export function keepWordings(list: readonly WeighedWording[]): Wordings {
  const variants = list.filter(({ percent }) => isWholePercent(percent)).map(({ text }) => text)
  const isPlain = list.every(({ percent, comment }) => isWholePercent(percent) && comment === "")
  return isPlain ? { variants } : { variants, weighed: [...list] }
}

/** A star alone, among wordings with shares, stands for any other answer, as in Moodle. */
const ANY_OTHER = "*"

/**
 * The first wording that an answer is, as Moodle tries them too, or what any other answer earns where something is said of
 * it. An answer of marks and spaces alone is none.
 */
export function wordingFor(key: Omit<ShortKey, "evidence">, text: string): WeighedWording | null {
  const given = normaliseAnswer(text, key)
  if (given === "") return null
  const found = wordingsOf(key).find((wording) => normaliseAnswer(wording.text, key) === given)
  return found ?? key.weighed?.find((wording) => wording.text.trim() === ANY_OTHER) ?? null
}

/** Whether a star in it stands for any letters in Moodle, and for itself here. */
export const hasLetterStars = ({ text, percent }: Pick<WeighedWording, "text" | "percent">): boolean =>
  text.includes("*") && (text.trim() !== ANY_OTHER || isWholePercent(percent))
