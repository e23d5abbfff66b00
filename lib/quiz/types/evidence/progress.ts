import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { EvidenceResponse } from "@/lib/quiz/types/evidence/shapes"

/** How far an answer of the right shape has come. One sentence may be all there is to choose. */
export const evidenceProgress = (given: EvidenceResponse | null): AnswerProgress =>
  given && given.sentences.length > 0 ? "answered" : "unanswered"
