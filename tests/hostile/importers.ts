import type { Decision } from "@/lib/access/refusal"
import { readCsv } from "@/lib/classroom/roster-csv"
import { readRoster } from "@/lib/classroom/roster-list"
import { readRosterTable } from "@/lib/classroom/roster-table"
import { rowsOfTable } from "@/lib/classroom/server/rows-of-table"
import { tellFaults } from "@/lib/lesson/exchange/lesson-plan"
import { readLessonFile } from "@/lib/lesson/exchange/read-lesson-file"
import type { QuizFormat } from "@/lib/quiz/exchange/detect-format"
import { remarkKey } from "@/lib/quiz/exchange/exchange-item"
import { planQuizImport } from "@/lib/quiz/exchange/plan-import"
import { decodeBytes, decodeText } from "@/lib/reading/decode-bytes"
import type { FileFormat } from "@/lib/reading/file-format"
import { readFile } from "@/lib/reading/read-file"
import { readScoreCsv } from "@/lib/results/analysis/read-score-csv"

/** What an import came to: what was read, and the keys of the sentences that say what was not, each with its place. */
export type Imported = { value: unknown; told: { key: string; where: string }[] }
export type Importer = (bytes: Uint8Array) => Imported | Promise<Imported>

const refused = ({ refusal }: Extract<Decision<unknown>, { ok: false }>): Imported => {
  const [room, name] = refusal.code.split(".")
  return { value: null, told: [{ key: `${room}.refusals.${name}`, where: refusal.field ?? "file" }] }
}

let last = 0
const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`

const quiz =
  (format: QuizFormat | "auto"): Importer =>
  (bytes) => {
    const decoded = decodeBytes(bytes)
    if (!decoded.ok) return refused(decoded)
    const file = { text: decoded.value.text, fileName: "quiz.txt", format }
    const plan = planQuizImport(file, { newId, gapPrompt: "Fill in the gaps.", rowsOf: readCsv })
    if (!plan.ok) return refused(plan)
    const remarks = [...plan.value.skipped, ...plan.value.warnings]
    return {
      value: plan.value,
      told: remarks.map((one) => ({ key: `quiz.${remarkKey(one)}`, where: one.line >= 1 ? "line" : "" })),
    }
  }

const reading =
  (format: FileFormat): Importer =>
  async (bytes) => {
    const draft = await readFile({ bytes, format })
    if (!draft.ok) return refused(draft)
    const told = draft.value.warnings.map(({ code }) => ({ key: `reading.warnings.${code}`, where: "text" }))
    return { value: draft.value, told }
  }

const roster: Importer = async (bytes) => {
  const rows = await rowsOfTable(bytes)
  if (!rows) return { value: null, told: [{ key: "people.refusals.rosterFileUnreadable", where: "file" }] }
  const list = readRosterTable(rows)
  const told = list.refused.map(({ fault, line }) => {
    return { key: `people.roster.refused.${fault}`, where: line >= 1 ? "line" : "" }
  })
  return { value: list, told }
}

const lesson: Importer = (bytes) => {
  const read = readLessonFile(
    { bytes, fileName: "a.colloquy.json" },
    { newSentenceId: newId, newOptionId: newId },
  )
  if (!read.ok) return refused(read)
  const faults =
    read.value.state === "faulty" ? read.value.faults : read.value.value.leftOut.flatMap((one) => one.faults)
  const told = tellFaults(faults, []).map(({ reason, place }) => ({
    key: reason,
    where: place.length >= 0 ? "place" : "",
  }))
  return { value: read.value, told }
}

const scores: Importer = (bytes) => ({ value: readScoreCsv(decodeText(bytes).text), told: [] })

const pasted: Importer = (bytes) => ({ value: readRoster(decodeText(bytes).text), told: [] })

/** Every reader of a file that a person hands over, by what it reads. */
export const importers = {
  gift: quiz("gift"),
  aiken: quiz("aiken"),
  "moodle-xml": quiz("moodle-xml"),
  "quiz-csv": quiz("csv"),
  "quiz-auto": quiz("auto"),
  "roster-csv": roster,
  "roster-xlsx": roster,
  "roster-pasted": pasted,
  lesson,
  txt: reading("txt"),
  md: reading("md"),
  html: reading("html"),
  docx: reading("docx"),
  scores,
} satisfies Record<string, Importer>

export type ImporterName = keyof typeof importers
