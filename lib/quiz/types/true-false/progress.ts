import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { TrueFalseResponse } from "@/lib/quiz/types/true-false/shapes"

/** How far an answer of the right shape has come. */
export const trueFalseProgress = (given: TrueFalseResponse | null): AnswerProgress =>
  given?.option ? "answered" : "unanswered"
