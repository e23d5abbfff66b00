import "server-only"
import { answerSealed } from "@/lib/platform/answer-sealed"
import { newRandomId } from "@/lib/platform/ids"
import type { QuizRow } from "@/lib/quiz/exchange/csv/read-quiz-table"
import { planQuizImport, type QuizFile } from "@/lib/quiz/exchange/plan-import"

/** `rows`: the cells of a table, told apart already. */
export type QuizFileInput = { file: QuizFile; gapPrompt: string; rows: QuizRow[] }

answerSealed(({ file, gapPrompt, rows }: QuizFileInput) =>
  planQuizImport(file, { newId: newRandomId, gapPrompt, rowsOf: () => rows }),
)
