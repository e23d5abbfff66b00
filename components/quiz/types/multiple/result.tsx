import { OptionResult } from "@/components/quiz/results/option-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { MultipleContent, MultipleKey, MultipleResponse } from "@/lib/quiz/types/multiple/shapes"

export function MultipleResult({ result }: ResultProps) {
  return (
    <OptionResult
      options={(result.item.content as MultipleContent).options}
      chosen={(result.value as MultipleResponse | null)?.options ?? []}
      answers={(result.key as MultipleKey | null)?.answers ?? []}
      feedback={result.feedback.options}
    />
  )
}
