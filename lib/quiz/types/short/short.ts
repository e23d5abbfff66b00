import { evidenceProblems, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { shortProgress } from "@/lib/quiz/types/short/progress"
import { content, key, response, type ShortContent, type ShortKey } from "@/lib/quiz/types/short/shapes"

/** A few words, right when they equal one of the variants after normalisation. All or nothing. */
export const short = defineItemType({
  name: "short",
  content,
  response,
  key,
  present: (shown) => shown,
  check: ({ maxLength }, given) => (given.text.length <= maxLength ? shortProgress(given) : "invalid"),
  score: (variants, { text }) => {
    const right = matches(variants, text)
    return { share: { numerator: right ? 1 : 0, denominator: 1 }, finding: { answer: right } }
  },
  problems: ({ key: variants, content: shown }, sentenceIds) =>
    variants === null
      ? []
      : [...variantProblems(variants, shown), ...evidenceProblems(variants.evidence, sentenceIds)],
  blank: () => ({
    content: { maxLength: 80 },
    key: { variants: [""], ignoreCase: true, ignoreDiacritics: true, evidence: NO_EVIDENCE },
  }),
  told: ({ text }) => ({ text }),
  toldKey: ({ variants }) => ({ answers: variants }),
})

/** Whether an answer is one of the variants. An answer of marks and spaces alone is none. */
function matches({ variants, evidence: _, ...rules }: ShortKey, text: string): boolean {
  const given = normaliseAnswer(text, rules)
  return given !== "" && variants.some((variant) => normaliseAnswer(variant, rules) === given)
}

function variantProblems(
  { variants, evidence: _, ...rules }: ShortKey,
  { maxLength }: ShortContent,
): ItemProblem[] {
  const normal = variants.map((variant) => normaliseAnswer(variant, rules))
  const problems: ItemProblem[] = []
  if (normal.length === 0 || normal.some((variant) => variant === ""))
    problems.push({ field: "key", code: "emptyVariant" })
  else if (new Set(normal).size < normal.length) problems.push({ field: "key", code: "sameVariant" })
  if (variants.some((variant) => variant.trim().length > maxLength))
    problems.push({ field: "maxLength", code: "variantTooLong" })
  return problems
}
