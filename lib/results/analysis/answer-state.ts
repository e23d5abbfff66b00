import type { AnswerFacts } from "../results-facts"

/** An empty value is a blank, not a wrong answer. */
export const isAnswered = (answer: AnswerFacts): boolean =>
  answer.optionIds.length > 0 ||
  (answer.text !== null && answer.text.trim() !== "") ||
  answer.sentenceIds.length > 0 ||
  answer.parts.some((part) => part.text !== null)

/** What no rule could score, such as words where a number is asked for, is neither right nor wrong. */
export const isScored = (answer: AnswerFacts): boolean => answer.numerator !== null

export const isFullyRight = (answer: AnswerFacts): boolean =>
  answer.numerator !== null && answer.denominator !== null && answer.numerator === answer.denominator

export const optionLetter = (index: number): string => String.fromCharCode(65 + index)
