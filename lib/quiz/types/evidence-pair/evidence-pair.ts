import { evidenceProblems } from "@/lib/quiz/evidence"
import { type Fraction, fraction } from "@/lib/quiz/fraction"
import { defineItemType, type Finding, type ItemProblem } from "@/lib/quiz/item-type"
import { optionProblems } from "@/lib/quiz/options"
import { shuffle } from "@/lib/quiz/shuffle"
import { pairProgress } from "@/lib/quiz/types/evidence-pair/progress"
import {
  content,
  type EvidencePairContent,
  type EvidencePairKey,
  type EvidencePairResponse,
  key,
  response,
} from "@/lib/quiz/types/evidence-pair/shapes"

/** Part A chooses an answer, part B the sentences that prove it. */
export const evidencePair = defineItemType({
  name: "evidence-pair",
  content,
  response,
  key,
  choosesSentences: true,
  present: (shown, seed) => ({ ...shown, options: shuffle(shown.options, seed) }),
  check,
  score,
  problems,
  blank: (newOptionId) => ({
    content: {
      options: Array.from({ length: 4 }, () => ({ id: newOptionId(), text: "" })),
      evidencePrompt: "Which sentence shows it best?",
      choose: 1,
    },
    key: null,
  }),
  options: (shown) => shown.options,
  told: ({ option, sentences }) => ({ optionIds: option === null ? [] : [option], sentenceIds: sentences }),
  toldKey: ({ answer }) => ({ optionIds: [answer] }),
})

function check(shown: EvidencePairContent, given: EvidencePairResponse, sentenceIds: ReadonlySet<string>) {
  const { option, sentences } = given
  if (option !== null && !shown.options.some(({ id }) => id === option)) return "invalid"
  if (sentences.length > shown.choose || new Set(sentences).size < sentences.length) return "invalid"
  // No list of sentences at hand (when scoring): the ids were checked when they were saved.
  if (sentenceIds.size > 0 && !sentences.every((id) => sentenceIds.has(id))) return "invalid"
  return pairProgress(given)
}

/**
 * The rule of two-part evidence items in the state assessments (PARCC's "evidence-based selected response"): the
 * answer earns its points by itself, the evidence earns its own only together with the right answer, since a sentence
 * proves nothing for a claim that is wrong. Of several sentences asked for, each right one earns its share. What was
 * found is recorded for both parts either way.
 */
function score(right: EvidencePairKey, given: EvidencePairResponse, shown: EvidencePairContent) {
  const { weights, evidence } = right
  const asked = Math.max(1, Math.min(shown.choose, evidence.sentenceIds.length))
  const hits = given.sentences.filter((id) => evidence.sentenceIds.includes(id)).length
  const found: Finding = {
    answer: given.option === null ? null : given.option === right.answer,
    evidence: given.sentences.length === 0 ? null : hits >= asked,
  }
  const total = (weights.answer + weights.evidence) * asked
  const earned = found.answer ? weights.answer * asked + weights.evidence * Math.min(hits, asked) : 0
  const share: Fraction = fraction(earned, total)
  return { share, finding: found }
}

function problems(
  draft: { content: EvidencePairContent; key: EvidencePairKey | null },
  sentenceIds: ReadonlySet<string>,
): ItemProblem[] {
  const found = optionProblems(draft.content.options, draft.key?.answer)
  if (draft.content.evidencePrompt.trim() === "")
    found.push({ field: "evidencePrompt", code: "noEvidencePrompt" })
  if (draft.key) found.push(...keyProblems(draft.key, sentenceIds))
  return found
}

function keyProblems({ evidence, weights }: EvidencePairKey, sentenceIds: ReadonlySet<string>) {
  const found: ItemProblem[] = evidenceProblems(evidence, sentenceIds)
  if (evidence.sentenceIds.length === 0) found.push({ field: "evidence", code: "noEvidence" })
  if (weights.answer + weights.evidence === 0) found.push({ field: "weights", code: "noWeight" })
  return found
}
