import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { SingleResponse } from "@/lib/quiz/types/single/shapes"

/** How far an answer of the right shape has come. Small enough for a browser, which needs no more of the type. */
export const singleProgress = (given: SingleResponse | null): AnswerProgress =>
  given?.option ? "answered" : "unanswered"
