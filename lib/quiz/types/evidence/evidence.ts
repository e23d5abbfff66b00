import { evidenceProblems } from "@/lib/quiz/evidence"
import { fraction } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { evidenceProgress } from "@/lib/quiz/types/evidence/progress"
import {
  content,
  type EvidenceContent,
  type EvidenceKey,
  type EvidenceResponse,
  key,
  response,
} from "@/lib/quiz/types/evidence/shapes"

/** One to so many sentences, chosen in the text itself. */
export const evidence = defineItemType({
  name: "evidence",
  content,
  response,
  key,
  choosesSentences: true,
  present: (shown) => shown,
  check,
  score,
  problems: (draft, sentenceIds) => (draft.key ? keyProblems(draft.key, sentenceIds) : []),
  blank: () => ({ content: { choose: 1 }, key: null }),
  told: ({ sentences }) => ({ sentenceIds: sentences }),
  toldKey: () => ({}),
})

function check({ choose }: EvidenceContent, given: EvidenceResponse, sentenceIds: ReadonlySet<string>) {
  const { sentences } = given
  if (sentences.length > choose || new Set(sentences).size < sentences.length) return "invalid"
  // No list of sentences at hand (when scoring): the ids were checked when they were saved.
  if (sentenceIds.size > 0 && !sentences.every((id) => sentenceIds.has(id))) return "invalid"
  return evidenceProgress(given)
}

/**
 * Right sentences of those that were asked for: as many as may be chosen, but no more than there are. Whoever chooses
 * more than that is measured by what was chosen, so that a wrong sentence beside the right one costs its part and
 * filling every place pays nothing. With as many chosen as asked for it is the partial credit that state assessments
 * give for evidence of several sentences (see evidence-pair).
 */
function score(right: EvidenceKey, { sentences }: EvidenceResponse, { choose }: EvidenceContent) {
  const proof = right.evidence.sentenceIds
  const asked = Math.max(1, Math.min(choose, proof.length))
  const hits = sentences.filter((id) => proof.includes(id)).length
  const share = fraction(hits, Math.max(asked, sentences.length))
  return { share, finding: { answer: share.numerator === share.denominator } }
}

function keyProblems(right: EvidenceKey, sentenceIds: ReadonlySet<string>): ItemProblem[] {
  const found = evidenceProblems(right.evidence, sentenceIds)
  const isEmpty = right.evidence.sentenceIds.length === 0
  return isEmpty ? [...found, { field: "evidence", code: "noEvidence" }] : found
}
