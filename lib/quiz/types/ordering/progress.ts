import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { OrderingResponse } from "@/lib/quiz/types/ordering/shapes"

/** How far an answer of the right shape has come: an order is always a whole one. */
export const orderingProgress = (given: OrderingResponse | null): AnswerProgress =>
  given && given.order.length > 0 ? "answered" : "unanswered"
