import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import { Said } from "@/components/quiz/results/said"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { EvidenceResponse } from "@/lib/quiz/types/evidence/shapes"

/** The sentences themselves stand beside it, in the evidence column. */
export function EvidenceResult({ result: { value, verdict, feedback } }: ResultProps) {
  const words = useTranslations("quiz.results")
  const count = (value as EvidenceResponse | null)?.sentences.length ?? 0
  const mark = verdict === "right" ? "right" : verdict === "wrong" ? "wrong" : "none"
  return (
    <>
      <AnswerLine mark={mark}>
        {count === 0 ? words("noAnswer") : words("youChoseSentences", { count })}
      </AnswerLine>
      {count > 0 && <Said words={feedback[verdict === "right" ? "right" : "wrong"]} />}
    </>
  )
}
