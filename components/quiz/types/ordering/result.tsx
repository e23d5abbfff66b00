import { PartsResult } from "@/components/quiz/results/parts-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { ordering } from "@/lib/quiz/types/ordering/ordering"

export function OrderingResult({ result }: ResultProps) {
  return <PartsResult result={result} parts={ordering.parts(result.item.content, result.value, result.key)} />
}
