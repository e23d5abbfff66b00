import { columnsOf, type QuizColumn } from "@/lib/quiz/exchange/csv/quiz-columns"
import { readRowAnswer, type TableItem } from "@/lib/quiz/exchange/csv/read-row-answer"
import { type ReadQuiz, remark } from "@/lib/quiz/exchange/exchange-item"

/** A filled row; `row` is the line of the file it begins on, from 1. */
export type QuizRow = { row: number; cells: readonly string[] }

/**
 * A quiz in a table: one item a row, below a heading that names a question column. Needs no type: options make a
 * choice, a right answer alone a short answer, neither a long one. One row that is wrong is told and passed over.
 */
export function readQuizTable(rows: readonly QuizRow[]): ReadQuiz {
  const quiz: ReadQuiz = { items: [], skipped: [], warnings: [] }
  const at = rows.findIndex(({ cells }) => columnsOf(cells).includes("prompt"))
  if (at < 0) return { ...quiz, skipped: [remark(rows[0]?.row ?? 1, "noHeading")] }
  const columns = columnsOf(rows[at]?.cells ?? [])
  for (const { row, cells } of rows.slice(at + 1)) {
    const item = itemOf(columns, cells)
    const read = item.prompt === "" ? { ok: false as const, code: "noPrompt" } : readRowAnswer(item)
    if (!read.ok) {
      quiz.skipped.push(
        remark(row, read.code, { ...read.params, title: item.title ?? item.prompt.slice(0, 60) }),
      )
      continue
    }
    const points = pointsOf(item.points)
    if (points === null) quiz.warnings.push(remark(row, "pointsUnread", { text: item.points.slice(0, 20) }))
    quiz.items.push({
      line: row,
      value: {
        title: item.title,
        prompt: { format: "plain", text: read.prompt ?? item.prompt },
        points: points ?? 1,
        answer: read.answer,
        feedback: item.feedback === "" ? null : { format: "plain", text: item.feedback },
        tags: item.tags,
        category: [],
      },
    })
  }
  return quiz
}

function itemOf(columns: readonly (QuizColumn | null)[], cells: readonly string[]): TableItem {
  const textOf = (at: number) => plainCell(cells[at] ?? "")
  const said = (wanted: QuizColumn) => textOf(columns.indexOf(wanted))
  const options: string[] = []
  for (const [at, column] of columns.entries())
    if (column !== null && typeof column === "object") options[column.option] = textOf(at)
  return {
    type: said("type")
      .toLowerCase()
      .replace(/[^a-z]+/g, "-"),
    title: said("title") === "" ? null : said("title"),
    prompt: said("prompt"),
    points: said("points"),
    options: Array.from(options, (option) => option ?? ""),
    right: said("right"),
    feedback: said("feedback"),
    tags: said("tags")
      .split(/[;,|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  }
}

/** A quotation mark before what would be a formula only keeps a spreadsheet from reckoning. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=[\s\u200B\uFEFF]*[=+\-@＝＋－＠])/, "")

/** 1 where nothing is said; null where it is no number. */
function pointsOf(text: string): number | null {
  if (text === "") return 1
  const points = Number(text.replace(",", "."))
  return Number.isFinite(points) && points >= 0 ? points : null
}
