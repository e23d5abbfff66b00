import { CsvError, parse } from "csv-parse/sync"
import type { TableRow } from "./roster-columns"

const DELIMITERS = [",", ";", "\t", "|"] as const

/** Characters looked at to find out what separates the cells. */
const SAMPLE = 20_000

/**
 * The filled rows of a CSV file, whatever separates its cells. Nothing in it can make it throw: where a quote is left open, which
 * would swallow the rows after it, every line is read by itself. `row` is the line on which a row begins.
 */
export function readCsv(text: string): TableRow[] {
  const { body, delimiter, skipped } = openCsv(text.replace(/^\ufeff/, ""))
  const rows = parseWhole(body, delimiter) ?? parseByLine(body, delimiter)
  return rows
    .map(({ row, cells }) => ({ row: row + skipped, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
}

/** Excel writes the separator into a first line of its own: "sep=;". */
function openCsv(text: string): { body: string; delimiter: string; skipped: number } {
  const told = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(text)
  if (told?.[1]) return { body: text.slice(told[0].length), delimiter: told[1], skipped: 1 }
  return { body: text, delimiter: findDelimiter(text), skipped: 0 }
}

/** The separator that stands most evenly: in the most lines, then the most often; outside quotes. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"\n]*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 50)
  const weigh = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    return counts.filter((count) => count > 0).length * 1_000 + Math.max(0, ...counts)
  }
  return DELIMITERS.reduce((best, each) => (weigh(each) > weigh(best) ? each : best))
}

const optionsFor = (delimiter: string) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  // Spaces about a quoted cell; a tab that separates is none.
  trim: delimiter !== "\t",
  info: true,
})

type Parsed = { record: string[]; info: { lines: number } }

// With `info` the package answers records beside where they stood, which its types leave out.
const parseCells = (text: string, delimiter: string): Parsed[] =>
  parse(text, optionsFor(delimiter)) as unknown as Parsed[]

/** Null where quotes do not fit together: an error, or a row that runs over several lines and has another length than the first. */
function parseWhole(body: string, delimiter: string): TableRow[] | null {
  try {
    const parsed = parseCells(body, delimiter)
    const width = parsed[0]?.record.length
    const doubtful = parsed.some(({ record }) => record.length !== width && record.some(hasLineBreak))
    if (doubtful) return null
    return parsed.map(({ record }, index) => ({
      row: (parsed[index - 1]?.info.lines ?? 0) + 1,
      cells: record,
    }))
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

const hasLineBreak = (cell: string): boolean => /[\r\n]/.test(cell)

function parseByLine(body: string, delimiter: string): TableRow[] {
  return body.split(/\r\n|\r|\n/).map((line, index) => ({ row: index + 1, cells: cellsOf(line, delimiter) }))
}

function cellsOf(line: string, delimiter: string): string[] {
  try {
    return parseCells(line, delimiter)[0]?.record ?? []
  } catch (error) {
    if (error instanceof CsvError) return line.replaceAll('"', "").split(delimiter)
    throw error
  }
}
