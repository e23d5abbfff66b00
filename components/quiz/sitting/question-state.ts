import type { SaverSnapshot } from "@/components/quiz/sitting/answer-saver"
import { answerViews } from "@/components/quiz/types/answer-views"
import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { PublicItem } from "@/lib/quiz/public-item"

/** One question as strip, review and submission count it. */
export type QuestionState = {
  itemId: string
  position: number
  progress: AnswerProgress
  flagged: boolean
  /** Not with the server yet. */
  onDevice: boolean
}

/** Every question's state, in order. */
export function questionStates(items: readonly PublicItem[], { outbox }: SaverSnapshot): QuestionState[] {
  return items.map(({ itemId, position, type }) => {
    const answer = outbox[itemId]
    return {
      itemId,
      position,
      progress: answerViews[type].progress(answer?.value ?? null),
      flagged: answer?.flagged ?? false,
      onDevice: answer !== undefined && answer.savedAt === null,
    }
  })
}

/** Given in full or in part: what "6 answered" counts, and what handing in would hand in. */
export const isGiven = ({ progress }: QuestionState): boolean => progress !== "unanswered"
