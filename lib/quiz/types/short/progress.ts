import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { ShortResponse } from "@/lib/quiz/types/short/shapes"

/** How far an answer of the right shape has come. */
export const shortProgress = (given: ShortResponse | null): AnswerProgress =>
  given && given.text.trim() !== "" ? "answered" : "unanswered"
