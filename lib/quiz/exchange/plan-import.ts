import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { QuizRow } from "@/lib/quiz/exchange/csv/read-quiz-table"
import { detectQuizFormat, type QuizFormat } from "@/lib/quiz/exchange/detect-format"
import { type Remark, remark } from "@/lib/quiz/exchange/exchange-item"
import { readQuiz } from "@/lib/quiz/exchange/read-quiz"
import { type ReportedItem, reportItems } from "@/lib/quiz/exchange/report-quiz"
import { type Means, toAuthored } from "@/lib/quiz/exchange/to-authored"

/** What a file would bring, told before anything is written. */
export type QuizImportPlan = {
  format: QuizFormat
  /** All that could be read. */
  items: ReportedItem[]
  /** Those of them that a lesson can take, with their number among `items`. */
  taken: { number: number; item: AuthoredItem }[]
  /** What of the file could not be read. */
  skipped: Remark[]
  /** What was read but cannot be kept as it is, or not at all. */
  warnings: Remark[]
}

export type QuizFile = { text: string; fileName: string; format: QuizFormat | "auto" }

/** How a table's cells are told apart, and what new items need, are brought by the door. */
export type ImportMeans = Means & { rowsOf: (text: string) => QuizRow[] }

/** Reads a quiz file and says what each item becomes. Refuses ("invalid") only a file in which nothing is a quiz. */
export function planQuizImport(
  { text, fileName, format: wanted }: QuizFile,
  means: ImportMeans,
): Decision<QuizImportPlan> {
  const format = wanted === "auto" ? detectQuizFormat(text, fileName) : wanted
  if (!format) return refuse("invalid", "quiz.formatUnknown", { field: "file" })
  const read = readQuiz({ text, format, rowsOf: means.rowsOf })
  if (read.items.length + read.skipped.length === 0)
    return refuse("invalid", "quiz.noQuizInFile", { field: "file" })
  const taken: QuizImportPlan["taken"] = []
  const warnings = [...read.warnings]
  for (const [at, { line, value }] of read.items.entries()) {
    const made = toAuthored(value, means)
    if (made.ok) taken.push({ number: at + 1, item: made.item })
    else warnings.push(remark(line, made.code, made.params))
    if (made.ok) warnings.push(...made.warnings.map((code) => remark(line, code)))
  }
  const inOrder = (list: Remark[]) => list.toSorted((a, b) => a.line - b.line)
  const items = reportItems(read.items)
  return allow({ format, items, taken, skipped: inOrder(read.skipped), warnings: inOrder(warnings) })
}
