import { type QuizRow, readQuizTable } from "@/lib/quiz/exchange/csv/read-quiz-table"
import type { QuizFormat } from "@/lib/quiz/exchange/detect-format"
import type { ReadQuiz } from "@/lib/quiz/exchange/exchange-item"
import { readGift } from "@/lib/quiz/exchange/gift/read-gift"
import { readMoodleXml } from "@/lib/quiz/exchange/moodle/read-moodle-xml"
import { readAiken } from "@/lib/quiz/exchange/read-aiken"

/** A file's text in its format. How a table's cells are told apart is the door's business: it brings the rows. */
export type QuizText = { text: string; format: QuizFormat; rowsOf: (text: string) => QuizRow[] }

/** Reads a quiz; whatever cannot be read is told with its line, and the rest is there. */
export function readQuiz({ text, format, rowsOf }: QuizText): ReadQuiz {
  const plain = text.replace(/^\ufeff/, "")
  if (format === "csv") return readQuizTable(rowsOf(plain))
  if (format === "moodle-xml") return readMoodleXml(plain)
  return format === "aiken" ? readAiken(plain) : readGift(plain)
}
