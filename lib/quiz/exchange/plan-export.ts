import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { asMatching, isClassified } from "@/lib/quiz/exchange/as-matching"
import { fitsTable, writeQuizTable } from "@/lib/quiz/exchange/csv/write-quiz-table"
import type { QuizFormat } from "@/lib/quiz/exchange/detect-format"
import type { ExchangeItem } from "@/lib/quiz/exchange/exchange-item"
import { fromAuthored } from "@/lib/quiz/exchange/from-authored"
import { fitsGift, writeGift } from "@/lib/quiz/exchange/gift/write-gift"
import { fitsMoodle, writeMoodleXml } from "@/lib/quiz/exchange/moodle/write-moodle-xml"
import { isQuestion } from "@/lib/quiz/question"

export type ExportFormat = Exclude<QuizFormat, "aiken">
export const EXPORT_FORMATS = ["gift", "moodle-xml", "csv"] as const satisfies readonly ExportFormat[]

/** What a file cannot carry of an item: all of it (`left`), or a part. `code` names `quiz.exchange.<code>`. */
export type Loss = { number: number; prompt: string; code: string; left: boolean }

/** A file's text, or for a table its rows: how cells are written is the door's business. */
export type QuizExport = { text: string | null; rows: string[][] | null; written: number; losses: Loss[] }

const FITS: Record<ExportFormat, (item: ExchangeItem) => boolean> = {
  gift: fitsGift,
  "moodle-xml": fitsMoodle,
  csv: fitsTable,
}

/** Writes the items of a lesson as a file, and lists by number what the file does not hold of them. */
export function planQuizExport(items: readonly AuthoredItem[], format: ExportFormat): QuizExport {
  const losses: Loss[] = []
  const fitting: ExchangeItem[] = []
  for (const [at, item] of items.entries()) {
    const told = (code: string, left: boolean) =>
      losses.push({ number: at + 1, prompt: item.prompt.slice(0, 120), code, left })
    const carried = fromAuthored(item)
    if (!carried.ok) {
      told(carried.code, true)
      continue
    }
    const { item: whole } = carried
    const written = format !== "csv" && isClassified(whole) ? asMatching(whole) : whole
    if (!FITS[format](written)) {
      told("formatHasNoPlace", true)
      continue
    }
    fitting.push(written)
    for (const code of carried.lost) told(code, false)
    if (written !== whole) told("becameMatching", false)
    if (format === "gift" && isQuestion(item) && written.points !== 1) told("pointsStay", false)
  }
  return {
    text: format === "csv" ? null : format === "gift" ? writeGift(fitting) : writeMoodleXml(fitting),
    rows: format === "csv" ? writeQuizTable(fitting) : null,
    written: fitting.length,
    losses,
  }
}
