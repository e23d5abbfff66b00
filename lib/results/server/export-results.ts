import "server-only"
import { createTranslator } from "next-intl"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadMessages } from "@/lib/platform/messages"
import { sentenceLabel } from "@/lib/reading/sentences"
import { discussionCsv } from "@/lib/results/files/discussion-csv"
import { type GridWords, gridCsv, type ItemWords, itemsCsv } from "@/lib/results/files/results-csv"
import { sortGrid } from "@/lib/results/grid/sort-grid"
import {
  type AssignmentDiscussion,
  loadDiscussionProfile,
} from "@/lib/results/server/load-discussion-profile"
import { type AssignmentResults, loadResults } from "@/lib/results/server/load-results"

export const exportTables = ["students", "items", "discussion"] as const
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
  if (table === "discussion") {
    const discussion = await loadDiscussionProfile(viewer, assignmentId)
    if (!discussion.ok) return discussion
    return allow({ name: fileName(results.value, table), text: discussionFile(discussion.value, locale) })
  }
  const text = table === "items" ? itemsFile(results.value, locale) : studentsFile(results.value, locale)
  return allow({ name: fileName(results.value, table), text })
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
  }
  return itemsCsv(analyses, words)
}

function discussionFile({ profile, grading, grid }: AssignmentDiscussion, locale: string): string {
  const translate = translatorOf(locale)
  const userNames = new Map(grid.rows.map(({ student }) => [student.enrolmentId, student.userName]))
  const file = {
    students: profile.students,
    userNameOf: (key: string) => userNames.get(key) ?? "",
    gradeOf: (key: string) => grading?.grades.get(key)?.[0] ?? null,
  }
  return discussionCsv(file, (name) => translate(`results.part.csv.${name}`))
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
