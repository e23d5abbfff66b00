import type { AnswerProgress } from "@/lib/quiz/item-type"
import { readNumber } from "@/lib/quiz/read-number"
import type { NumericResponse } from "@/lib/quiz/types/numeric/shapes"

/**
 * How far an answer of the right shape has come. What is not a number yet answers nothing: it is told so while it is
 * typed, counted as open when the quiz is handed in, and never scored.
 */
export function numericProgress(given: NumericResponse | null): AnswerProgress {
  if (!given || readNumber(given.text) === null) return "unanswered"
  return given.unit === null || given.unit.trim() !== "" ? "answered" : "incomplete"
}
