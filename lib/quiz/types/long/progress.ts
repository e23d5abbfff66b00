import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { LongResponse } from "@/lib/quiz/types/long/shapes"

/** How far an answer of the right shape has come: sentences without a word of one's own are half an answer. */
export function longProgress(given: LongResponse | null): AnswerProgress {
  if (given && given.text.trim() !== "") return "answered"
  return given && given.sentences.length > 0 ? "incomplete" : "unanswered"
}
