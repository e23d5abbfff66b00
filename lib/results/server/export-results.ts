import "server-only"
import { createTranslator } from "next-intl"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadMessages } from "@/lib/platform/messages"
import { sentenceLabel } from "@/lib/reading/sentences"
import { FEWEST_TO_RELATE } from "@/lib/results/analysis/fewest"
import { type ItemWords, itemsCsv } from "@/lib/results/files/items-csv"
import { type QuizWords, quizCsv } from "@/lib/results/files/quiz-csv"
import { type GridWords, gridCsv } from "@/lib/results/files/results-csv"
import { sortGrid } from "@/lib/results/grid/sort-grid"
import { type AssignmentResults, loadResults } from "@/lib/results/server/load-results"

export const exportTables = ["students", "items", "quiz"] as const
export type ExportTable = (typeof exportTables)[number]

export type ResultsFile = { name: string; text: string }

/** The same numbers as on the screen, as a file: for teachers of the class alone. */
export async function exportResults(
  viewer: Viewer,
  { assignmentId, table }: { assignmentId: string; table: ExportTable },
): Promise<Decision<ResultsFile>> {
  const results = await loadResults(viewer, assignmentId)
  if (!results.ok) return results
  if (!results.value.may.export) return refuse("forbidden", "results.exportTeachersOnly")
  const { locale } = viewer.school
  const text = files[table](results.value, locale)
  return allow({ name: fileName(results.value, table), text })
}

const files: Record<ExportTable, (results: AssignmentResults, locale: string) => string> = {
  students: (results, locale) => studentsFile(results, locale),
  items: (results, locale) => itemsFile(results, locale),
  quiz: (results, locale) => quizFile(results, locale),
}

const translatorOf = (locale: string) => createTranslator({ locale: "en", messages: loadMessages(locale) })

function studentsFile({ grid }: AssignmentResults, locale: string): string {
  const translate = translatorOf(locale)
  const words: GridWords = {
    of: (name) => translate(`results.csv.${name}`),
    item: (position, title) => translate("results.csv.item", { position, title }),
  }
  const rows = sortGrid(grid.rows, { sort: "name", direction: "up", locale })
  return gridCsv({ ...grid, rows }, words)
}

function itemsFile({ analyses, revision }: AssignmentResults, locale: string): string {
  const translate = translatorOf(locale)
  const labels = new Map(revision.sentences.map((sentence) => [sentence.id, sentenceLabel(sentence)]))
  const words: ItemWords = {
    of: (name) => translate(`results.csv.${name}`),
    level: (level) => translate(`results.items.level.${level}`),
    sentenceLabel: (sentenceId) => labels.get(sentenceId) ?? "?",
    finding: ({ finding, temptingLetter }) =>
      translate(`results.items.finding.${finding}`, { letter: temptingLetter ?? "" }),
  }
  return itemsCsv(analyses, words)
}

function quizFile({ quiz }: AssignmentResults, locale: string): string {
  const translate = translatorOf(locale)
  const words: QuizWords = {
    of: (name) => translate(`results.analysis.csv.${name}`),
    missing: (reason) => translate(`results.analysis.quiz.missing.${reason}`, { relate: FEWEST_TO_RELATE }),
    tooFew: translate("results.csv.tooFew"),
    bar: (from, to) => translate("results.analysis.csv.bar", { from, to }),
  }
  return quizCsv(quiz, words)
}

/** Letters and digits only: a file name must not carry a path or a quote. */
function fileName({ assignment }: AssignmentResults, table: ExportTable): string {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40)
  return [plain(assignment.className), plain(assignment.title), table]
    .filter(Boolean)
    .join("_")
    .concat(".csv")
}
