import { type ExactNumber, isWithin } from "@/lib/quiz/exact-number"
import { readNumber } from "@/lib/quiz/read-number"
import { isWholePercent, WHOLE } from "@/lib/quiz/share"
import type { NumericKey, WeighedNumber } from "@/lib/quiz/types/numeric/shapes"

type Numbers = Pick<NumericKey, "answer" | "tolerance" | "weighed">

/** Every number with its share and what is said to it, in the order in which they are tried. */
export const numbersOf = ({ answer, tolerance, weighed }: Numbers): WeighedNumber[] =>
  weighed ?? [{ answer, tolerance, percent: WHOLE, comment: "" }]

const NO_NUMBER = { answer: "", tolerance: { kind: "absolute" as const, amount: "0" } }

/** The same as a key holds them: the list only where it says more than one number that earns everything. */
export function keepNumbers(list: readonly WeighedNumber[]): Numbers {
  const { answer, tolerance } = list.find(({ percent }) => isWholePercent(percent)) ?? NO_NUMBER
  const [only, ...more] = list
  const isPlain = more.length === 0 && only?.comment === "" && isWholePercent(only.percent)
  return isPlain ? { answer, tolerance } : { answer, tolerance, weighed: [...list] }
}

/** The first number whose tolerance an answer is within, as Moodle tries them too; null where it is none, or no number. */
export function numberFor(key: Numbers, text: string): WeighedNumber | null {
  const given = readNumber(text)
  if (given === null) return null
  return (
    numbersOf(key).find(({ answer, tolerance: { kind, amount } }) =>
      isWithin(given, exactOf(answer), { kind, amount: exactOf(amount) }),
    ) ?? null
  )
}

/** Of a key, whose numbers were read when it was parsed. */
export function exactOf(text: string): ExactNumber {
  const number = readNumber(text)
  if (!number) throw new Error(`A numeric key holds “${text}”, which is no number`)
  return number
}
