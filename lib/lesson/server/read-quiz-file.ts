import "server-only"
import { type Decision, refuse } from "@/lib/access/refusal"
import type { QuizFileInput } from "@/lib/lesson/server/quiz-file-worker"
import { readSealed } from "@/lib/platform/read-sealed"
import type { QuizRow } from "@/lib/quiz/exchange/csv/read-quiz-table"
import { detectQuizFormat } from "@/lib/quiz/exchange/detect-format"
import type { QuizFile, QuizImportPlan } from "@/lib/quiz/exchange/plan-import"

/** The file of the worker that reads quizzes, from the project's folder. */
const QUIZ_FILE_WORKER = "lib/lesson/server/quiz-file-worker.ts"

/** `gapPrompt`: what stands above a text with gaps. How a table's cells are told apart is brought by the door. */
export type QuizFileMeans = { gapPrompt: string; rowsOf: (text: string) => Promise<QuizRow[] | null> }

/** Reads a quiz file in a sealed worker, and says what each item becomes. Nothing is written. */
export async function readQuizFile(
  { format: wanted, ...rest }: QuizFile,
  { gapPrompt, rowsOf }: QuizFileMeans,
): Promise<Decision<QuizImportPlan>> {
  const format = wanted === "auto" ? detectQuizFormat(rest.text, rest.fileName) : wanted
  if (!format) return refuse("invalid", "quiz.formatUnknown", { field: "file" })
  const rows = format === "csv" ? await rowsOf(rest.text) : []
  if (!rows) return tooHard
  const input: QuizFileInput = { file: { ...rest, format }, gapPrompt, rows }
  const answer = await readSealed<Decision<QuizImportPlan>>(QUIZ_FILE_WORKER, input)
  return answer.ok ? answer.value : tooHard
}

const tooHard = refuse("invalid", "quiz.fileTooHard", { field: "file" })
