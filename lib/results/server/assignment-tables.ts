import "server-only"
import { answersTable } from "@/lib/results/files/answers-table"
import { discussionTable } from "@/lib/results/files/discussion-table"
import { itemsTable } from "@/lib/results/files/items-table"
import { quizTable } from "@/lib/results/files/quiz-table"
import { studentsTable, type Without } from "@/lib/results/files/students-table"
import type { Table } from "@/lib/results/files/table"
import { sortGrid } from "@/lib/results/grid/sort-grid"
import { fileWords } from "@/lib/results/server/file-words"
import type { AssignmentDiscussion } from "@/lib/results/server/load-discussion-profile"
import type { AssignmentResults } from "@/lib/results/server/load-results"

/** What of an assignment can be had as rows. */
export const exportTables = ["students", "items", "quiz", "answers", "discussion"] as const
export type ExportTable = (typeof exportTables)[number]

export type TableFacts = Pick<
  AssignmentResults,
  "grid" | "items" | "analyses" | "quiz" | "answers" | "revision"
>

/** Who wrote what is a read of its own: null where nobody asked for it. */
type Discussion = Pick<AssignmentDiscussion, "assignment" | "profile" | "grading"> | null

/**
 * The tables of an assignment, made when asked for, of what the screens are made of. `without`: see `studentsTable`.
 */
export function assignmentTables(
  { grid, items, analyses, quiz, answers, revision }: TableFacts,
  discussion: Discussion,
  { locale, without = [] }: { locale: string; without?: readonly Without[] },
): Record<ExportTable, () => Table> {
  const words = fileWords(locale, revision)
  const rows = sortGrid(grid.rows, { sort: "name", direction: "up", locale })
  const userNames = new Map(rows.map(({ student }) => [student.enrolmentId, student.userName]))
  return {
    students: () => studentsTable({ ...grid, rows }, words, without),
    items: () => itemsTable(analyses, words),
    quiz: () => quizTable(quiz, words.quiz),
    answers: () => answersTable({ rows, items, answers }, words.answers),
    discussion: () =>
      discussionTable(
        {
          students: discussion?.profile.students ?? [],
          userNameOf: (key) => userNames.get(key) ?? "",
          showsGroups: discussion?.assignment.postNames === "names",
          gradeOf: (key) => discussion?.grading?.grades.get(key)?.[0] ?? null,
        },
        words.discussion,
      ),
  }
}
