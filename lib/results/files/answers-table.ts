import { decimalPoints } from "@/lib/quiz/score-display"
import type { GridRow } from "../grid/build-grid"
import { groupBy } from "../group-by"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { type AnsweredItem, type AnswerVerdict, buildStudentAnswers } from "../student/student-answers"
import { answerWords } from "./answer-words"
import { date, number, type Table, text } from "./table"

const COLUMNS = [
  text("student"),
  text("userName"),
  date("handedIn"),
  number("number"),
  text("question"),
  text("answer"),
  text("evidence"),
  text("verdict"),
  number("points"),
  number("possible"),
  text("confidence"),
] as const

export type AnswersWords = {
  /** By the keys above, and "sheet". */
  of: (name: string) => string
  verdict: (verdict: AnswerVerdict, isKeyed: boolean) => string
  confidence: (confidence: number) => string
  sentenceLabel: (sentenceId: string) => string
}

type AnswersFacts = {
  rows: readonly GridRow[]
  items: readonly ItemFacts[]
  answers: readonly AnswerFacts[]
}

/** Each student's answer to each item of the attempt that counts, in words; nobody's who has not begun. */
export function answersTable({ rows, items, answers }: AnswersFacts, words: AnswersWords): Table {
  const byStudent = groupBy(answers, ({ enrolmentId }) => enrolmentId)
  return {
    name: words.of("sheet"),
    columns: COLUMNS.map(({ head, kind }) => ({ head: words.of(head), kind })),
    rows: rows.flatMap((row) => {
      const { attempt, enrolmentId } = row.student
      if (!attempt) return []
      const given = itemsOf(items, attempt.itemIds)
      const own = byStudent.get(enrolmentId) ?? []
      return buildStudentAnswers(given, own, attempt.state === "submitted").map((answered) =>
        answerLine(row, answered, words),
      )
    }),
  }
}

/** The items that an attempt has; null: all of them. */
export const itemsOf = (items: readonly ItemFacts[], itemIds: readonly string[] | null): ItemFacts[] =>
  items.filter(({ itemId }) => itemIds?.includes(itemId) !== false)

function answerLine({ student }: GridRow, answered: AnsweredItem, words: AnswersWords) {
  const { item, verdict, earned, confidence, sentenceIds } = answered
  return [
    student.displayName,
    student.userName,
    student.attempt?.submittedAt ?? null,
    item.position,
    item.title ?? item.prompt,
    answerWords(answered),
    sentenceIds.map(words.sentenceLabel).join(" "),
    words.verdict(verdict, item.isKeyed),
    earned && Number(decimalPoints(earned)),
    item.isKeyed ? item.points : null,
    confidence && words.confidence(confidence),
  ]
}
