import { OptionResult, optionIn } from "@/components/quiz/results/option-result"
import { Said } from "@/components/quiz/results/said"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type {
  EvidencePairContent,
  EvidencePairKey,
  EvidencePairResponse,
} from "@/lib/quiz/types/evidence-pair/shapes"

/** Part A in words; the sentences of part B stand beside it, in the evidence column. */
export function EvidencePairResult({ result }: ResultProps) {
  const { feedback, verdict } = result
  return (
    <>
      <OptionResult
        options={(result.item.content as EvidencePairContent).options}
        chosen={optionIn((result.value as EvidencePairResponse | null)?.option)}
        answers={optionIn((result.key as EvidencePairKey | null)?.answer)}
        feedback={feedback.options}
      />
      <Said words={verdict === "wrongEvidence" ? feedback.evidence : null} />
    </>
  )
}
