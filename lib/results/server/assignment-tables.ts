import "server-only"
import { buildDiscussionProfile } from "@/lib/results/discussion/discussion-profile"
import { answersTable } from "@/lib/results/files/answers-table"
import { discussionTable } from "@/lib/results/files/discussion-table"
import { itemsTable } from "@/lib/results/files/items-table"
import { studentsTable, type Without } from "@/lib/results/files/students-table"
import type { Table } from "@/lib/results/files/table"
import { sortGrid } from "@/lib/results/grid/sort-grid"
import { fileWords } from "@/lib/results/server/file-words"
import type { AssignmentResults } from "@/lib/results/server/load-results"

/** What of an assignment can be had as rows. */
export const exportTables = ["students", "items", "answers", "discussion"] as const
export type ExportTable = (typeof exportTables)[number]

export type TableFacts = Pick<AssignmentResults, "grid" | "items" | "analyses" | "answers" | "revision">

/**
 * The tables of an assignment, made when asked for, of what the screens are made of. `without`: see `studentsTable`.
 */
export function assignmentTables(
  { grid, items, analyses, answers, revision }: TableFacts,
  locale: string,
  without: readonly Without[] = [],
): Record<ExportTable, () => Table> {
  const words = fileWords(locale, revision)
  const rows = sortGrid(grid.rows, { sort: "name", direction: "up", locale })
  return {
    students: () => studentsTable({ ...grid, rows }, words, without),
    items: () => itemsTable(analyses, words),
    answers: () => answersTable({ rows, items, answers }, words.answers),
    discussion: () =>
      discussionTable(
        buildDiscussionProfile(
          rows.map(({ student }) => student),
          [],
          locale,
        ),
        words,
      ),
  }
}
