import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import type { ServerAnswer } from "@/lib/quiz/outbox"
import type { PublicItem } from "@/lib/quiz/public-item"

/** Where answers go. Null in a teacher's preview, which saves nothing. */
export type SavingPlace = {
  attemptId: string
  /** Answers on a shared computer are kept apart by person. */
  personId: string
  resultsHref: string
  /** Where signing in again leads back to. */
  quizHref: string
}

export type SittingProps = {
  /** Of the quiz, for those who hear the page. */
  title: string
  saving: SavingPlace | null
  items: readonly PublicItem[]
  /** The text's language, for whom questions are read out to; null: no listening. */
  readAloudIn?: string | null
  answers: readonly ServerAnswer[]
  /** The position come to, where there is no way back; null where questions may be met in any order. */
  reached: number | null
  /** Ids of the items of which the student says how sure they are. */
  rated: readonly string[]
  /** Sentences that the answers name already; others are read from the text as they are chosen. */
  sentences: readonly ChosenSentence[]
  /** ISO. Null: no end. */
  deadlineAt: string | null
  /** How long after it answers still arrive that were given before. */
  graceMinutes: number
  /** "11:00", in the school's zone. */
  closesLabel: string | null
  /** ISO: the server's clock when the page was made. */
  serverNow: string
  shownIn: { timeZone: string; locale: string }
}
