import { PartsResult } from "@/components/quiz/results/parts-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { matching } from "@/lib/quiz/types/matching/matching"

export function MatchingResult({ result }: ResultProps) {
  return <PartsResult result={result} parts={matching.parts(result.item.content, result.value, result.key)} />
}
