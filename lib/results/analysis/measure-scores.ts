import { type ItemFigures, measureItem } from "./measure-item"
import { measureQuiz, type QuizFigures } from "./measure-quiz"
import { type ScoreTable, type WholeTable, wholeTable } from "./score-table"

export type ScoreFigures = { quiz: QuizFigures; items: ItemFigures[] }

/**
 * All statistics of a quiz from its table of points: the page, its file and `colloquy analyse-items` are all made of
 * this. `possible`: points of everything right, where that is not the sum of the columns (pools).
 */
export function measureScores(table: ScoreTable, possible?: number): ScoreFigures {
  const whole = wholeTable(table)
  return {
    quiz: measureQuiz(whole, possible ?? sumOfMost(whole)),
    items: whole.columns.map((_, at) => measureItem(whole, at)),
  }
}

function sumOfMost({ columns, places, unit }: WholeTable): number | null {
  const known = places.flatMap((at) => columns[at]?.most ?? [])
  return known.length === places.length ? known.reduce((sum, most) => sum + most, 0) / unit : null
}
