import { CsvError, parse } from "csv-parse/sync"
import { type Fraction, fraction } from "@/lib/quiz/fraction"
import type { Cell, ScoreTable } from "./score-table"

/** What is wrong in a file, where. `row` counts the file's lines from 1, `column` its cells from 1. */
export type ScoreFault =
  | { code: "empty" | "noItems" | "noStudents" }
  | { code: "quotes"; row: number }
  | { code: "ragged"; row: number; cells: number; expected: number }
  | { code: "notNumber"; row: number; column: number; name: string; text: string }

export type ScoreFile = {
  table: ScoreTable
  /** The items as the first line names them, in order. */
  names: string[]
}

export type ReadScores = { ok: true; file: ScoreFile } | { ok: false; faults: ScoreFault[] }

const DELIMITERS = [",", ";", "\t"] as const
/** Faults that are named; more of them say nothing new. */
const MOST_FAULTS = 20
const STUDENT_WORD =
  /^(|#|no|nr|id|key|code|name|student|user|pupil|learner|participant|person|candidate|respondent|case|number|e-?mail)([ _.-].*)?$/i
const MOST_WORD = /^(max|maximum|most|possible|points|points possible|max(imum)? points)$/i
const MISSING = /^(|na|n\/a|nan|null|\.|\?)$/i
const BLANK = /^[-–—]$/
/** At most six digits before and after the point; with a comma as well, but not where it might part thousands. */
const NUMBER = /^([+-]?)(\d{0,6})(?:[.,](\d{0,6}))?$/
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/

/**
 * Students × items of points. The first line names the items, unless it is all numbers; the first column the students,
 * where its head says so or it holds other things than numbers. A row named "max" gives the points of each item. An
 * empty cell (or NA) is not known, a dash was left blank. Separated by commas, semicolons or tabs.
 */
export function readScoreCsv(text: string): ReadScores {
  const lines = readLines(text.replace(/^\ufeff/, ""))
  if (!Array.isArray(lines)) return { ok: false, faults: [lines] }
  const [first, ...rest] = lines
  if (!first) return { ok: false, faults: [{ code: "empty" }] }
  const ragged = lines.filter(({ cells }) => cells.length !== first.cells.length)
  if (ragged.length > 0) return { ok: false, faults: ragged.slice(0, MOST_FAULTS).map(raggedFault(first)) }
  const hasHead = !first.cells.every(isScore)
  const body = hasHead ? rest : lines
  const start = hasStudents(first, body, hasHead) ? 1 : 0
  const names = first.cells.slice(start).map((name, at) => (hasHead && name !== "" ? name : `${at + 1}`))
  if (names.length === 0) return { ok: false, faults: [{ code: "noItems" }] }
  const isMost = ({ cells }: Line) => start === 1 && MOST_WORD.test(cells[0] ?? "")
  const points = body.filter((line) => !isMost(line))
  const most = body.find(isMost)
  if (points.length === 0) return { ok: false, faults: [{ code: "noStudents" }] }
  return tableOf({ names, points, most, start })
}

type Line = { row: number; cells: string[] }

function readLines(text: string): Line[] | ScoreFault {
  const options = { relax_column_count: true, skip_empty_lines: true, info: true, trim: true } as const
  try {
    // With `info` the package answers records beside where they stood, which its types leave out.
    const records = parse(text, { ...options, delimiter: delimiterOf(text) }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return records
      .map(({ record, info }) => ({ row: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""))
  } catch (error) {
    if (error instanceof CsvError) return { code: "quotes", row: Number(error.lines ?? 1) }
    throw error
  }
}

/** Whichever parts the first line into the most cells, outside quotes. */
function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "").replace(/"[^"]*"/g, "")
  const count = (delimiter: string) => line.split(delimiter).length
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best))
}

const raggedFault =
  (first: Line) =>
  ({ row, cells }: Line): ScoreFault => ({
    code: "ragged",
    row,
    cells: cells.length,
    expected: first.cells.length,
  })

const isScore = (text: string): boolean => cellOf(text) !== null

function hasStudents(first: Line, body: readonly Line[], hasHead: boolean): boolean {
  if (hasHead && STUDENT_WORD.test(first.cells[0] ?? "")) return true
  return first.cells.length > 1 && body.length > 0 && body.every(({ cells }) => !isScore(cells[0] ?? ""))
}

/** Null: not a score. */
function cellOf(text: string): Cell | null {
  if (MISSING.test(text)) return "waiting"
  if (BLANK.test(text)) return "blank"
  return numberOf(text)
}

function numberOf(text: string): Fraction | null {
  const parts = NUMBER.exec(text)
  const [whole = "", decimals = ""] = parts?.slice(2) ?? []
  if (!parts || whole + decimals === "" || THOUSANDS.test(text)) return null
  const scale = 10 ** decimals.length
  const value = Number(whole) * scale + Number(decimals)
  return fraction(parts[1] === "-" ? -value : value, scale)
}

type Found = { names: string[]; points: Line[]; most: Line | undefined; start: 0 | 1 }

function tableOf({ names, points, most, start }: Found): ReadScores {
  const faults: ScoreFault[] = []
  const read = ({ row, cells }: Line): Cell[] =>
    cells.slice(start).map((text, at) => {
      const cell = cellOf(text)
      if (cell === null)
        faults.push({ code: "notNumber", row, column: at + start + 1, name: names[at] ?? "", text })
      return cell ?? "waiting"
    })
  const possible = most ? read(most) : []
  const rows = points.map((line, at) => ({ id: String(at + 1), cells: read(line) }))
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) }
  const columns = names.map((_, at) => {
    const cell = possible[at]
    return { id: String(at + 1), most: cell === undefined || typeof cell === "string" ? null : cell }
  })
  return { ok: true, file: { names, table: { columns, rows } } }
}
