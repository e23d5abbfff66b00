import type { QuizFigures } from "../analysis/measure-quiz"
import { type Cell, number, type Table, text } from "./table"

type QuizWord =
  | "figure"
  | "value"
  | "students"
  | "waiting"
  | "possible"
  | "mean"
  | "sd"
  | "lowest"
  | "highest"
  | "kr20"
  | "alpha"
  | "reliability"
  | "reliabilityItems"
  | "reliabilityN"
  | "sem"
  | "sheet"

export type QuizWords = {
  of: (name: QuizWord) => string
  /** Why there is no reliability. */
  missing: (reason: NonNullable<QuizFigures["reliabilityMissing"]>) => string
  tooFew: string
  bar: (from: number, to: number) => string
}

/** The figures of the quiz as a whole as a table: one figure a line, those of the screen. */
export const quizTable = (quiz: QuizFigures, words: QuizWords): Table => ({
  name: words.of("sheet"),
  columns: [text(words.of("figure")), number(words.of("value"))],
  rows: quizLines(quiz, words),
})

function quizLines(quiz: QuizFigures, words: QuizWords): Cell[][] {
  const { reliability, reliabilityMissing } = quiz
  const points = (value: number | null): Cell => (value === null ? words.tooFew : Number(value.toFixed(3)))
  return [
    [words.of("students"), quiz.n],
    [words.of("waiting"), quiz.waiting],
    [words.of("possible"), quiz.possible],
    [words.of("mean"), points(quiz.mean)],
    [words.of("sd"), points(quiz.sd)],
    [words.of("lowest"), points(quiz.lowest)],
    [words.of("highest"), points(quiz.highest)],
    [
      words.of(reliability?.kind ?? "reliability"),
      reliability
        ? Number(reliability.value.toFixed(3))
        : reliabilityMissing && words.missing(reliabilityMissing),
    ],
    [words.of("reliabilityItems"), reliability?.items ?? null],
    [words.of("reliabilityN"), reliability?.n ?? null],
    [words.of("sem"), quiz.standardError === null ? null : Number(quiz.standardError.toFixed(3))],
    ...quiz.bars.map(({ from, to, count }): Cell[] => [words.bar(from, to), count]),
  ]
}
