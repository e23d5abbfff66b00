import { evidenceProblems, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { shareOfParts } from "@/lib/quiz/share"
import { mendShort } from "@/lib/quiz/types/short/mend"
import { shortProgress } from "@/lib/quiz/types/short/progress"
import { content, key, response, type ShortContent, type ShortKey } from "@/lib/quiz/types/short/shapes"
import { wordingFor, wordingsOf } from "@/lib/quiz/types/short/wordings"

/** A few words, right when they equal one of the wordings after normalisation, for the share that this one earns. */
export const short = defineItemType({
  name: "short",
  mend: mendShort,
  content,
  response,
  key,
  present: (shown) => shown,
  check: ({ maxLength }, given) => (given.text.length <= maxLength ? shortProgress(given) : "invalid"),
  score: (right, { text }) => {
    const found = wordingFor(right, text)
    const share = shareOfParts(found ? [found] : [])
    return { share, finding: { answer: share.numerator === share.denominator } }
  },
  problems: ({ key: right, content: shown }, sentenceIds) =>
    right === null
      ? []
      : [...wordingProblems(right, shown), ...evidenceProblems(right.evidence, sentenceIds)],
  blank: () => ({
    content: { maxLength: 80 },
    key: { variants: [""], ignoreCase: true, ignoreDiacritics: true, evidence: NO_EVIDENCE },
  }),
  told: ({ text }) => ({ text }),
  toldKey: ({ variants }) => ({ answers: variants }),
})

function wordingProblems(right: ShortKey, { maxLength }: ShortContent): ItemProblem[] {
  const texts = wordingsOf(right).map(({ text }) => text)
  const normal = texts.map((text) => normaliseAnswer(text, right))
  const problems: ItemProblem[] = []
  if (normal.length === 0 || normal.includes("")) problems.push({ field: "key", code: "emptyVariant" })
  else if (new Set(normal).size < normal.length) problems.push({ field: "key", code: "sameVariant" })
  else if (right.variants.length === 0) problems.push({ field: "key", code: "noWholeAnswer" })
  if (texts.some((text) => text.trim().length > maxLength))
    problems.push({ field: "maxLength", code: "variantTooLong" })
  return problems
}
