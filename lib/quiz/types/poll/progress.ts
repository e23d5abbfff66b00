import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { PollResponse } from "@/lib/quiz/types/poll/shapes"

/** How far an answer of the right shape has come. */
export const pollProgress = (given: PollResponse | null): AnswerProgress =>
  given?.option ? "answered" : "unanswered"
