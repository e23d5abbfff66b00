import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { MultipleResponse } from "@/lib/quiz/types/multiple/shapes"

/** How far an answer of the right shape has come. One tick may be all there is to tick. */
export const multipleProgress = (given: MultipleResponse | null): AnswerProgress =>
  given && given.options.length > 0 ? "answered" : "unanswered"
