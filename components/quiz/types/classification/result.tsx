import { PartsResult } from "@/components/quiz/results/parts-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { classification } from "@/lib/quiz/types/classification/classification"

export function ClassificationResult({ result }: ResultProps) {
  return (
    <PartsResult
      result={result}
      parts={classification.parts(result.item.content, result.value, result.key)}
    />
  )
}
