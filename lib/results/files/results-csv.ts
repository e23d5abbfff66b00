import { stringify } from "csv-stringify/sync"
import { decimalPoints } from "@/lib/quiz/score-display"
import type { ItemAnalysis } from "../analysis/analyse-items"
import type { Grid, GridRow } from "../grid/build-grid"

/** Tells a spreadsheet that the file is UTF-8; without it Excel shows "TomÃ¡s". */
const BYTE_ORDER_MARK = "\uFEFF"

type Cell = string | number | null

/** What stands at the head of the columns and in yes-or-no cells; translated by the caller. */
type GridWord =
  | "student"
  | "userName"
  | "state"
  | "stance"
  | "sentencesRead"
  | "sentences"
  | "readDone"
  | "stanceAfterReading"
  | "quizState"
  | "score"
  | "attempts"
  | "percentOff"
  | "pointsPossible"
  | "posts"
  | "replies"
  | "citations"
  | "restatements"
  | "reflect"
  | "yes"
  | "no"
  | "inClass"
  | "left"
  | "quizNone"
  | "quizOpen"
  | "quizSubmitted"

export type GridWords = {
  of: (name: GridWord) => string
  item: (position: number, title: string) => string
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): a leading =, +,
 * -, @, tab or carriage return, and their full-width twins, also behind blanks.
 */
export function harmlessCell(value: Cell): Cell {
  if (typeof value !== "string") return value
  return /^[\s\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
}

/** RFC 4180 with CRLF, a byte-order mark and no formulas. */
export function csvFile(rows: readonly (readonly Cell[])[]): string {
  const safe = rows.map((row) => row.map((cell) => harmlessCell(cell) ?? ""))
  // A lone line end inside a cell is not the record's delimiter to the library, but it is to a spreadsheet.
  return BYTE_ORDER_MARK + stringify(safe, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ })
}

/** The grid as a file: one line per student, the numbers of the screen. */
export function gridCsv(grid: Grid, words: GridWords): string {
  const head: Cell[] = [
    words.of("student"),
    words.of("userName"),
    words.of("state"),
    words.of("stance"),
    words.of("sentencesRead"),
    words.of("sentences"),
    words.of("readDone"),
    words.of("quizState"),
    words.of("score"),
    words.of("pointsPossible"),
    words.of("attempts"),
    words.of("percentOff"),
    ...grid.items.map((item) => words.item(item.position, item.title ?? item.prompt)),
    words.of("stanceAfterReading"),
    words.of("posts"),
    words.of("replies"),
    words.of("citations"),
    words.of("restatements"),
    words.of("reflect"),
  ]
  return csvFile([head, ...grid.rows.map((row) => gridLine(row, grid, words))])
}

function gridLine(row: GridRow, grid: Grid, words: GridWords): Cell[] {
  const { student, quiz } = row
  const yesNo = (value: boolean) => (value ? words.of("yes") : words.of("no"))
  const states = {
    none: words.of("quizNone"),
    open: words.of("quizOpen"),
    submitted: words.of("quizSubmitted"),
  }
  return [
    student.displayName,
    student.userName,
    student.hasLeft ? words.of("left") : words.of("inClass"),
    yesNo(row.done.stance),
    student.sentencesRead,
    grid.sentenceCount,
    yesNo(row.done.read),
    states[quiz.state],
    quiz.state === "submitted" ? Number(decimalPoints(quiz.score)) : null,
    grid.pointsPossible,
    student.attempt?.lines.length ?? 0,
    student.attempt?.latePercent ?? 0,
    ...row.points.map((points) => (points ? Number(decimalPoints(points)) : null)),
    yesNo(student.stanceAfterReading),
    student.posts,
    student.replies,
    student.citations,
    student.restatements,
    yesNo(row.done.reflect),
  ]
}

type ItemWord = (typeof ITEM_COLUMNS)[number] | "tooFew"

export type ItemWords = {
  of: (name: ItemWord) => string
  level: (level: ItemAnalysis["item"]["level"]) => string
  sentenceLabel: (sentenceId: string) => string
}

const ITEM_COLUMNS = [
  "number",
  "title",
  "question",
  "type",
  "level",
  "skills",
  "points",
  "n",
  "blank",
  "right",
  "difficulty",
  "low",
  "high",
  "key",
  "options",
  "rightAnswers",
  "wrongEvidence",
  "cited",
] as const

/** Item statistics as a file: one line per item, the numbers of the screen. */
export function itemsCsv(items: readonly ItemAnalysis[], words: ItemWords): string {
  return csvFile([ITEM_COLUMNS.map(words.of), ...items.map((analysis) => itemLine(analysis, words))])
}

function itemLine(analysis: ItemAnalysis, words: ItemWords): Cell[] {
  const { item, difficulty, right, rightAnswerWrongEvidence: pair } = analysis
  const share = (value: number | undefined) =>
    right === null ? null : value === undefined ? words.of("tooFew") : Number(value.toFixed(3))
  return [
    item.position,
    item.title,
    item.prompt,
    item.type,
    words.level(item.level),
    item.skills.join(" "),
    item.isKeyed && !item.dropped ? item.points : null,
    analysis.n,
    analysis.blank.count,
    right?.count ?? null,
    share(difficulty?.share),
    share(difficulty?.low),
    share(difficulty?.high),
    keyCell(analysis),
    answersCell(analysis),
    pair?.of ?? null,
    pair?.count ?? null,
    analysis.cited
      .map((sentence) => `${words.sentenceLabel(sentence.sentenceId)}: ${sentence.count}`)
      .join("; "),
  ]
}

function keyCell({ item, options, parts }: ItemAnalysis): string | null {
  if (parts.length > 0) return parts.map((part) => `${part.label}: ${part.rightText ?? ""}`).join("; ")
  const letters = options.filter((option) => option.isKey).map((option) => option.letter)
  return letters.length > 0 ? letters.join(" ") : (item.key?.answers.join(" | ") ?? null)
}

const counts = (list: readonly { text: string; count: number }[]): string =>
  list.map(({ text, count }) => `${text}: ${count}`).join("; ")

function answersCell({ options, parts, texts }: ItemAnalysis): string {
  if (parts.length > 0) return parts.map((part) => `${part.label}: ${counts(part.answers)}`).join(" | ")
  return counts(options.length > 0 ? options.map(({ letter, count }) => ({ text: letter, count })) : texts)
}
