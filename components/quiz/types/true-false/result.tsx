import { OptionResult, optionIn } from "@/components/quiz/results/option-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { TrueFalseContent, TrueFalseKey, TrueFalseResponse } from "@/lib/quiz/types/true-false/shapes"

export function TrueFalseResult({ result }: ResultProps) {
  return (
    <OptionResult
      options={(result.item.content as TrueFalseContent).options}
      chosen={optionIn((result.value as TrueFalseResponse | null)?.option)}
      answers={optionIn((result.key as TrueFalseKey | null)?.answer)}
      feedback={result.feedback.options}
    />
  )
}
