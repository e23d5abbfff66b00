import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { EvidencePairResponse } from "@/lib/quiz/types/evidence-pair/shapes"

/** How far an answer of the right shape has come: "incomplete" while one of the two parts is missing. */
export function pairProgress(given: EvidencePairResponse | null): AnswerProgress {
  const parts = Number(Boolean(given?.option)) + Number(Boolean(given?.sentences.length))
  return parts === 2 ? "answered" : parts === 1 ? "incomplete" : "unanswered"
}
