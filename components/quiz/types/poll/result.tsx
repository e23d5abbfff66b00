import { OptionResult, optionIn } from "@/components/quiz/results/option-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { PollContent, PollResponse } from "@/lib/quiz/types/poll/shapes"

/** What one chose oneself. What others chose is not on a student's page. */
export function PollResult({ result }: ResultProps) {
  return (
    <OptionResult
      options={(result.item.content as PollContent).options}
      chosen={optionIn((result.value as PollResponse | null)?.option)}
      answers={[]}
      feedback={undefined}
    />
  )
}
