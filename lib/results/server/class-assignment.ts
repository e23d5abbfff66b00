import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { loadSummaries } from "@/lib/discussion/server/stance-store"
import { itemInWords } from "@/lib/quiz/item-in-words"
import { openKey } from "@/lib/quiz/item-key"
import { isQuestion } from "@/lib/quiz/question"
import { gradesTable, shiftsTable } from "@/lib/results/files/class-tables"
import { tableCsv } from "@/lib/results/files/csv-file"
import { lessonMarkdown } from "@/lib/results/files/lesson-markdown"
import { historyTable } from "@/lib/results/files/score-history"
import type { Without } from "@/lib/results/files/students-table"
import type { Table } from "@/lib/results/files/table"
import { assignmentTables } from "@/lib/results/server/assignment-tables"
import { type AssignmentMatter, loadMatter } from "@/lib/results/server/class-store"
import { threadFiles } from "@/lib/results/server/class-threads"
import type { ClassWords } from "@/lib/results/server/class-words"
import {
  type AssignmentDiscussion,
  loadDiscussionProfile,
} from "@/lib/results/server/load-discussion-profile"
import type { AssignmentResults } from "@/lib/results/server/load-results"

/** A file of an export, by its path below the folder. `rows` is null for what is no table. */
export type ClassFile = { path: string; text: string; rows: number | null }

export type AssignmentExport = { results: AssignmentResults; grades: Table; files: ClassFile[] }

/** Everything of one assignment, as files in a folder of its own. Null: it went while the class was being written. */
export async function exportAssignment(
  viewer: Viewer,
  { assignmentId, folder }: { assignmentId: string; folder: string },
  words: ClassWords,
): Promise<AssignmentExport | null> {
  const loaded = await loadDiscussionProfile(viewer, assignmentId)
  if (!loaded.ok) return null
  const results = withoutTraces(loaded.value)
  const matter = await loadMatter(viewer.userId, assignmentId)
  const inFolder = (name: string, text: string, rows: number | null): ClassFile => ({
    path: `${folder}/${name}`,
    text,
    rows,
  })
  const csv = (name: string, table: Table) =>
    inFolder(name, tableCsv(table, viewer.school.timeZone), table.rows.length)
  const threads = threadFiles(
    matter.posts,
    { postNames: results.assignment.postNames, timeZone: viewer.school.timeZone },
    words,
  )
  const { title } = results.assignment
  return {
    results,
    grades: gradesTable({ grid: results.grid, folder, title }, words.of),
    files: [
      inFolder("assignment.json", policyJson(results), null),
      inFolder("lesson.md", lessonText(results, matter, words), null),
      ...resultTables(results, viewer.school.locale).map(([name, table]) => csv(`${name}.csv`, table)),
      csv("score-history.csv", historyOf(results, matter, words)),
      ...threads.map(({ position, text, posts }) => inFolder(`discussion-${position}.md`, text, posts)),
      ...(await shiftsOf(assignmentId, words)).map((table) => csv("stance-shift.csv", table)),
    ],
  }
}

/** Somebody who left is among the results for what they did; of posts under a pseudonym even that would tell. */
function withoutTraces(results: AssignmentDiscussion): AssignmentDiscussion {
  if (results.assignment.postNames === "names") return results
  const rows = results.grid.rows.filter(
    ({ student }) => !student.hasLeft || student.attempt !== null || student.readingStarted,
  )
  return { ...results, grid: { ...results.grid, rows } }
}

/** Beside posts under pseudonyms nothing may say how much a student wrote: unequal counts would tell who is who. */
function resultTables(results: AssignmentDiscussion, locale: string): [string, Table][] {
  const isOpen = results.assignment.postNames === "names"
  const without: Without[] = isOpen ? ["stances"] : ["stances", "posts"]
  const tables = assignmentTables(results, results, { locale, without })
  const names = isOpen
    ? (["students", "items", "quiz", "answers", "discussion"] as const)
    : (["students", "items", "quiz", "answers"] as const)
  return names.map((name) => [name, tables[name]()])
}

function policyJson({ assignment, grid }: AssignmentResults): string {
  const { assignmentId, title, opensAt, dueAt, closesAt, archivedAt, releasePolicy, releasedAt, postNames } =
    assignment
  const { countedAttempt, latePercentPerDay, latePercentMost, asksConfidence, stanceStatement, promptCount } =
    assignment
  const dates = { opensAt, dueAt, closesAt, archivedAt, releasedAt }
  const rules = {
    releasePolicy,
    countedAttempt,
    latePercentPerDay,
    latePercentMost,
    asksConfidence,
    postNames,
  }
  const size = { pointsPossible: grid.pointsPossible, questions: grid.items.length, prompts: promptCount }
  return `${JSON.stringify({ assignmentId, title, stanceStatement, ...dates, ...rules, ...size }, null, 2)}\n`
}

function lessonText(
  { assignment, revision }: AssignmentResults,
  { prompts, glossary, background, items }: AssignmentMatter,
  words: ClassWords,
): string {
  return lessonMarkdown(
    {
      title: assignment.title,
      stanceStatement: assignment.stanceStatement,
      reading: revision,
      prompts,
      glossary,
      background,
      // A note has no number, here as on the screens.
      items: items.filter(isQuestion).map((item, at) => ({
        position: at + 1,
        title: item.title,
        prompt: item.prompt,
        kind: words.itemType(item.type),
        points: item.level === "my_view" ? null : item.points,
        words: itemInWords({ ...item, key: item.key && openKey(item.key, "authoring").key }),
      })),
    },
    words.lesson,
  )
}

function historyOf(
  { grid, items }: AssignmentResults,
  { scorings }: AssignmentMatter,
  words: ClassWords,
): Table {
  const facts = scorings.map(({ numerator, denominator, at, ...one }) => ({
    ...one,
    at: new Date(at),
    share: numerator === null || denominator === null ? null : { numerator, denominator },
  }))
  const students = grid.rows.map(({ student }) => student)
  return historyTable({ scorings: facts, items, students }, words)
}

/** Only what the class's staff see, once it is frozen: nothing is made here. */
async function shiftsOf(assignmentId: string, words: ClassWords): Promise<Table[]> {
  const summaries = await loadSummaries(assignmentId)
  if (summaries.length === 0) return []
  const lines = summaries.map(({ from, to, summary }) => ({
    ...summary,
    comparison: words.comparison(from, to),
  }))
  return [shiftsTable(lines, words.of)]
}
