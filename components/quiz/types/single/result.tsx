import { OptionResult, optionIn } from "@/components/quiz/results/option-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { wholeOptions } from "@/lib/quiz/one-option"
import type { SingleContent, SingleKey, SingleResponse } from "@/lib/quiz/types/single/shapes"

/** Also for a poll, which shows what one chose oneself and nothing of others, and for true or false. */
export function SingleResult({ result }: ResultProps) {
  const key = result.key as SingleKey | null
  return (
    <OptionResult
      options={(result.item.content as SingleContent).options}
      chosen={optionIn((result.value as SingleResponse | null)?.option)}
      answers={key ? wholeOptions(key) : []}
      shares={key?.shares}
      feedback={result.feedback.options}
    />
  )
}
