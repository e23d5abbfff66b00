import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { ClassificationResponse } from "@/lib/quiz/types/classification/shapes"

/** How far an answer of the right shape has come: "incomplete" while a statement that it names is open. */
export function classificationProgress(given: ClassificationResponse | null): AnswerProgress {
  const places = Object.values(given?.places ?? {})
  if (places.every((category) => category === null)) return "unanswered"
  return places.includes(null) ? "incomplete" : "answered"
}
