import { type Fraction, times } from "@/lib/quiz/fraction"
import { isAnswered, isFullyRight, optionLetter } from "./analyse-items"
import type { AnswerFacts, ItemFacts } from "./results-facts"

export type AnswerVerdict = "blank" | "unscored" | "right" | "partly" | "wrong"

export type AnsweredItem = {
  item: ItemFacts
  /** "B  Khan met Putin first", or the words that were typed. Null: left blank. */
  letter: string | null
  text: string | null
  sentenceIds: string[]
  verdict: AnswerVerdict
  earned: Fraction | null
  /** What is right, where something is. */
  rightLetter: string | null
  rightText: string | null
  rightSentenceIds: string[]
}

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
    const chosen = item.options.findIndex((option) => option.id === given?.optionId)
    const right = item.options.findIndex((option) => option.id === item.key?.optionId)
    return {
      item,
      letter: chosen < 0 ? null : optionLetter(chosen),
      text: item.options[chosen]?.text ?? given?.text ?? null,
      sentenceIds: given?.sentenceIds ?? [],
      verdict: verdictOf(item, given, isFinished),
      earned: isFinished ? earnedOf(item, given) : null,
      rightLetter: right < 0 ? null : optionLetter(right),
      rightText: item.options[right]?.text ?? (item.key?.answers.join(" / ") || null),
      rightSentenceIds: item.key?.sentenceIds ?? [],
    }
  })
}

function verdictOf(item: ItemFacts, given: AnswerFacts | null, isFinished: boolean): AnswerVerdict {
  if (!given) return "blank"
  if (!item.isKeyed || !isFinished || given.numerator === null) return "unscored"
  if (isFullyRight(given)) return "right"
  return given.numerator > 0 ? "partly" : "wrong"
}

function earnedOf(item: ItemFacts, given: AnswerFacts | null): Fraction | null {
  if (!item.isKeyed || !given || given.numerator === null || given.denominator === null) return null
  return times({ numerator: given.numerator, denominator: given.denominator }, item.points)
}
