import type { Confidence } from "@/lib/quiz/confidence"
import type { Fraction } from "@/lib/quiz/fraction"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { ToldPart } from "@/lib/quiz/told"
import { isAnswered, isFullyRight, optionLetter } from "../analysis/answer-state"
import { itemPoints } from "../item-points"
import type { AnswerFacts, ItemFacts } from "../results-facts"

export type AnswerVerdict = "blank" | "unscored" | "toGrade" | "graded" | "right" | "partly" | "wrong"

export type AnsweredItem = {
  item: ItemFacts
  /** Options that were chosen, with their letters. */
  chosen: LetteredOption[]
  /** What was typed. */
  text: string | null
  sentenceIds: string[]
  /** Place by place, for types with several; else empty. */
  parts: ToldPart[]
  /** How sure the student said to be. */
  confidence: Confidence | null
  verdict: AnswerVerdict
  earned: Fraction | null
  /** What is right, where something is. */
  rightOptions: LetteredOption[]
  rightText: string | null
  rightSentenceIds: string[]
}

export type LetteredOption = { letter: string; text: string }

/** All items with one student's answers, in the items' order. Nothing is scored while the attempt is open. */
export function buildStudentAnswers(
  items: readonly ItemFacts[],
  answers: readonly AnswerFacts[],
  isFinished: boolean,
): AnsweredItem[] {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]))
  return items.map((item) => {
    const answer = byItem.get(item.itemId)
    const given = answer && isAnswered(answer) ? answer : null
    return {
      item,
      chosen: lettered(item, given?.optionIds ?? []),
      text: given?.text ?? null,
      sentenceIds: given?.sentenceIds ?? [],
      parts: given?.parts ?? [],
      confidence: given?.confidence ?? null,
      verdict: verdictOf(item, given, isFinished),
      earned: isFinished ? itemPoints(item, given ?? undefined) : null,
      rightOptions: lettered(item, item.key?.optionIds ?? []),
      rightText: item.key?.answers.join(" / ") || null,
      rightSentenceIds: item.key?.sentenceIds ?? [],
    }
  })
}

const lettered = (item: ItemFacts, optionIds: readonly string[]): LetteredOption[] =>
  item.options.flatMap(({ id, text }, at) =>
    optionIds.includes(id) ? [{ letter: optionLetter(at), text }] : [],
  )

function verdictOf(item: ItemFacts, given: AnswerFacts | null, isFinished: boolean): AnswerVerdict {
  if (!given) return "blank"
  if (!item.isKeyed || !isFinished) return "unscored"
  if (itemTypeOf(item.type).isGradedByHand) return given.numerator === null ? "toGrade" : "graded"
  if (given.numerator === null) return "unscored"
  if (isFullyRight(given)) return "right"
  return given.numerator > 0 ? "partly" : "wrong"
}
