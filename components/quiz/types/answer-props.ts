import type { PublicItem } from "@/lib/quiz/public-item"

/** A sentence of the text as it is referred to: "4.2", and its words. */
export type ChosenSentence = { id: string; label: string; text: string }

/** What the answering part of every item type is given. It renders from `value` alone and tells of every change. */
export type AnswerProps = {
  item: PublicItem
  /** As it was last given; null when it was not. Of the type's response shape. */
  value: unknown
  disabled: boolean
  /** `typing`: more of the same will follow in a moment. */
  onAnswer: (value: unknown, how?: { typing: boolean }) => void
  /** Sentences that the value names, in order. */
  chosen: readonly ChosenSentence[]
  /** The id of the element that asks the question. */
  questionId: string
}
