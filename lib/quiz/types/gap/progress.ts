import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { GapResponse } from "@/lib/quiz/types/gap/shapes"

/** How far an answer of the right shape has come: "incomplete" while a gap that it names is open. */
export function gapProgress(given: GapResponse | null): AnswerProgress {
  const filled = Object.values(given?.gaps ?? {}).map((fill) => fill.trim() !== "")
  if (!filled.includes(true)) return "unanswered"
  return filled.includes(false) ? "incomplete" : "answered"
}
