import { evidenceProblems, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { plainNumber } from "@/lib/quiz/exact-number"
import { fraction } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { readNumber } from "@/lib/quiz/read-number"
import { isWholePercent, shareOfParts } from "@/lib/quiz/share"
import { mendNumeric } from "@/lib/quiz/types/numeric/mend"
import { exactOf, numberFor, numbersOf } from "@/lib/quiz/types/numeric/numbers"
import { numericProgress } from "@/lib/quiz/types/numeric/progress"
import {
  content,
  draftKey,
  key,
  type NumericContent,
  type NumericKey,
  type NumericResponse,
  response,
} from "@/lib/quiz/types/numeric/shapes"

/** A number within a tolerance, with its unit where the author asks for one. */
export const numeric = defineItemType({
  name: "numeric",
  mend: mendNumeric,
  content,
  response,
  key,
  draftKey,
  present: (shown) => shown,
  check: ({ asksUnit }, given) => (asksUnit === (given.unit !== null) ? numericProgress(given) : "invalid"),
  score,
  problems: ({ key: right, content: shown }, sentenceIds) =>
    right === null ? [] : [...keyProblems(right, shown), ...evidenceProblems(right.evidence, sentenceIds)],
  blank: () => ({
    content: { asksUnit: false },
    key: {
      answer: "",
      tolerance: { kind: "absolute" as const, amount: "0" },
      units: [],
      ignoreCase: true,
      weights: { number: 1, unit: 1 },
      evidence: NO_EVIDENCE,
    },
  }),
  told: ({ text, unit }) => ({ text: `${text} ${unit ?? ""}`.trim() || null }),
  toldKey: (right) => ({ answers: [rightNumber(right)] }),
})

/**
 * The number earns its share by itself; the unit earns its own only with the right number, because a unit without its
 * quantity says nothing. So it is in Moodle's numerical questions, where a missing unit takes a part of what the number
 * earned. A number that earns a part of the points earns that part of both.
 */
function score(right: NumericKey, given: NumericResponse, { asksUnit }: NumericContent) {
  const percent = numberFor(right, given.text)?.percent ?? right.otherwise ?? 0
  const ofNumber = shareOfParts([{ percent }])
  const finding = { answer: ofNumber.numerator === ofNumber.denominator }
  if (!asksUnit) return { share: ofNumber, finding }
  const { number, unit } = right.weights
  const earned = number + (hasRightUnit(right, given.unit ?? "") ? unit : 0)
  const { numerator, denominator } = ofNumber
  return { share: fraction(numerator * earned, denominator * Math.max(1, number + unit)), finding }
}

function hasRightUnit({ units, ignoreCase }: NumericKey, unit: string): boolean {
  const plain = (text: string) => normaliseAnswer(text, { ignoreCase, ignoreDiacritics: false })
  const given = plain(unit)
  return given !== "" && units.some((one) => plain(one) === given)
}

/** What counts as right, such as "35 ± 2 %" or "85 million dollars". */
export function rightNumber({ answer, tolerance, units }: NumericKey): string {
  const amount = exactOf(tolerance.amount)
  const sign = tolerance.kind === "percent" ? " %" : ""
  const margin = amount.digits === 0n ? "" : ` ± ${plainNumber(amount)}${sign}`
  return `${answer.trim()}${margin} ${units[0] ?? ""}`.trim()
}

function keyProblems(right: NumericKey, { asksUnit }: NumericContent): ItemProblem[] {
  const found: ItemProblem[] = []
  const numbers = numbersOf(right)
  if (numbers.some(({ answer }) => answer.trim() === "")) found.push({ field: "key", code: "keyMissing" })
  else if (numbers.some(({ answer }) => readNumber(answer) === null))
    found.push({ field: "answer", code: "notANumber" })
  else if (!numbers.some(({ percent }) => isWholePercent(percent)))
    found.push({ field: "key", code: "noWholeAnswer" })
  const amounts = numbers.map(({ tolerance }) => readNumber(tolerance.amount))
  if (amounts.some((amount) => amount === null || amount.digits < 0n))
    found.push({ field: "tolerance", code: "badTolerance" })
  if (!asksUnit) return found
  if (right.units.length === 0) found.push({ field: "units", code: "noUnit" })
  if (right.weights.number + right.weights.unit === 0) found.push({ field: "weights", code: "noWeight" })
  return found
}
