import { PartsResult } from "@/components/quiz/results/parts-result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { gap } from "@/lib/quiz/types/gap/gap"

export function GapResult({ result }: ResultProps) {
  return <PartsResult result={result} parts={gap.parts(result.item.content, result.value, result.key)} />
}
