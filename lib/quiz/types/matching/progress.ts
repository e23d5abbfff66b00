import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { MatchingResponse } from "@/lib/quiz/types/matching/shapes"

/** How far an answer of the right shape has come: "incomplete" while a row that it names is open. */
export function matchingProgress(given: MatchingResponse | null): AnswerProgress {
  const chosen = Object.values(given?.pairs ?? {})
  if (chosen.every((option) => option === null)) return "unanswered"
  return chosen.includes(null) ? "incomplete" : "answered"
}
