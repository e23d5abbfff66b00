import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import type { Mending } from "@/lib/quiz/mend"
import { readNumber } from "@/lib/quiz/read-number"
import { isWholePercent, WHOLE } from "@/lib/quiz/share"
import { MOST_NUMBERS } from "@/lib/quiz/types/numeric/limits"
import { keepNumbers, numbersOf } from "@/lib/quiz/types/numeric/numbers"
import type { NumericContent, NumericKey } from "@/lib/quiz/types/numeric/shapes"

/** The number alone: units and what they earn stay. A number that replaces another keeps its tolerance. */
export const mendNumeric: Mending<NumericContent, NumericKey> = {
  namedBy: "text",
  rekey: ({ weighed: _, otherwise: __, ...key }, named) => {
    if (!("text" in named) || readNumber(named.text) === null) return null
    return { ...key, answer: named.text.trim(), evidence: NO_EVIDENCE }
  },
  /** Exactly as it is written, and before any that earns a part: the first that fits counts. */
  accept: (key, named) => {
    if (!("text" in named) || readNumber(named.text) === null) return null
    const { weighed: _, ...rest } = key
    const numbers = numbersOf(key)
    if (numbers.length >= MOST_NUMBERS) return null
    const tolerance = { kind: "absolute" as const, amount: "0" }
    const added = { answer: named.text.trim(), tolerance, percent: WHOLE, comment: "" }
    const whole = numbers.filter(({ percent }) => isWholePercent(percent))
    const partly = numbers.filter(({ percent }) => !isWholePercent(percent))
    return { ...rest, ...keepNumbers([...whole, added, ...partly]) }
  },
}
