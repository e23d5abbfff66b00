import { OptionResult } from "@/components/quiz/results/option-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import type { SingleContent, SingleKey, SingleResponse } from "@/lib/quiz/types/single/shapes"

export function SingleResult({ result }: ResultProps) {
  return (
    <OptionResult
      options={(result.item.content as SingleContent).options}
      chosen={(result.value as SingleResponse | null)?.option ?? null}
      answer={(result.key as SingleKey | null)?.answer ?? null}
      feedback={result.feedback.options}
    />
  )
}
