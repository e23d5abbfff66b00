import type { SaverSnapshot } from "@/components/quiz/sitting/answer-saver"
import { answerViews } from "@/components/quiz/types/answer-views"
import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { PublicItem } from "@/lib/quiz/public-item"
import { questionNumbers } from "@/lib/quiz/question"

/** One question as strip, review and submission count it. */
export type QuestionState = {
  itemId: string
  /** Among all that the quiz shows, notes too, from 1: where it is opened. */
  place: number
  /** What it is called by. */
  number: number
  progress: AnswerProgress
  flagged: boolean
  /** Not with the server yet. */
  onDevice: boolean
}

/** Every question's state, in order; notes are none. */
export function questionStates(items: readonly PublicItem[], { outbox }: SaverSnapshot): QuestionState[] {
  const numbers = questionNumbers(items)
  return items.flatMap(({ itemId, type }, at): QuestionState[] => {
    const [answer, number] = [outbox[itemId], numbers[at] ?? null]
    if (number === null) return []
    const state = {
      itemId,
      place: at + 1,
      number,
      progress: answerViews[type].progress(answer?.value ?? null),
      flagged: answer?.flagged ?? false,
      onDevice: answer !== undefined && answer.savedAt === null,
    }
    return [state]
  })
}

/** Given in full or in part: what "6 answered" counts, and what handing in would hand in. */
export const isGiven = ({ progress }: QuestionState): boolean => progress !== "unanswered"
