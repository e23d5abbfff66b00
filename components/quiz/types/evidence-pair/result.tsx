import { OptionResult } from "@/components/quiz/results/option-result"
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
        chosen={(result.value as EvidencePairResponse | null)?.option ?? null}
        answer={(result.key as EvidencePairKey | null)?.answer ?? null}
        feedback={feedback.options}
      />
      {verdict === "wrongEvidence" && feedback.evidence && (
        <p dir="auto" className="mt-2 text-ink-2">
          {feedback.evidence}
        </p>
      )}
    </>
  )
}
