import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { calledOf } from "@/lib/results/discussion/discussion-profile"
import { csvLines, tableCsv } from "@/lib/results/files/csv-file"
import { fileName } from "@/lib/results/files/file-name"
import { scoreList, scoreShapes } from "@/lib/results/files/score-lists"
import { xlsxFile } from "@/lib/results/files/xlsx-file"
import { sortGrid } from "@/lib/results/grid/sort-grid"
import { assignmentTables, type ExportTable, exportTables } from "@/lib/results/server/assignment-tables"
import { recordAndLoadEmails, recordExport } from "@/lib/results/server/export-store"
import {
  type AssignmentDiscussion,
  loadDiscussionProfile,
} from "@/lib/results/server/load-discussion-profile"
import { type AssignmentResults, loadResults } from "@/lib/results/server/load-results"

/** "all": every table, each on a sheet of its own. */
export type WorkbookName = ExportTable | "all"

export type TextFile = { name: string; text: string }
export type BinaryFile = { name: string; bytes: Uint8Array }

/**
 * The same numbers as on the screen, as a CSV file. As with all of an assignment's files: for teachers of the class alone,
 * and it is recorded who took what.
 */
export async function exportResults(
  viewer: Viewer,
  { assignmentId, table }: { assignmentId: string; table: ExportTable },
): Promise<Decision<TextFile>> {
  const results = await loadTables(viewer, assignmentId, table === "discussion")
  if (!results.ok) return results
  await recordExport(recordOf(viewer, results.value, `${table}.csv`))
  const { locale, timeZone } = viewer.school
  const { discussion } = results.value
  const text = tableCsv(assignmentTables(results.value, discussion, { locale })[table](), timeZone)
  return allow({ name: nameOf(results.value, table, "csv"), text })
}

/** One table as a workbook, or all of them. */
export async function exportWorkbook(
  viewer: Viewer,
  { assignmentId, table }: { assignmentId: string; table: WorkbookName },
): Promise<Decision<BinaryFile>> {
  const results = await loadTables(viewer, assignmentId, table === "discussion" || table === "all")
  if (!results.ok) return results
  await recordExport(recordOf(viewer, results.value, `${table}.xlsx`))
  const { locale, timeZone } = viewer.school
  const tables = assignmentTables(results.value, results.value.discussion, { locale })
  const asked = table === "all" ? exportTables : [table]
  const bytes = await xlsxFile(
    asked.map((one) => tables[one]()),
    timeZone,
  )
  return allow({ name: nameOf(results.value, table, "xlsx"), bytes })
}

/** The scores in the shape in which another system takes them in: `shape` as it was asked for. */
export async function exportScores(
  viewer: Viewer,
  { assignmentId, shape: asked }: { assignmentId: string; shape: string | null },
): Promise<Decision<TextFile>> {
  const results = await loadExportable(viewer, assignmentId)
  if (!results.ok) return results
  const shape = scoreShapes.find((one) => one === asked)
  if (!shape) return refuse("invalid", "results.noShape", { field: "shape" })
  const { assignment, grid } = results.value
  const { locale, timeZone } = viewer.school
  const emails = await recordAndLoadEmails(recordOf(viewer, results.value, `${shape}.csv`))
  const rows = scoreList(shape, {
    grid: { ...grid, rows: sortGrid(grid.rows, { sort: "name", direction: "up", locale }) },
    title: assignment.title,
    className: assignment.className,
    teacherName: viewer.displayName,
    dueAt: assignment.dueAt,
    timeZone,
    emails,
  })
  // Other systems look for the first head at the very beginning: no mark before it.
  return allow({ name: nameOf(results.value, shape, "csv"), text: csvLines(rows) })
}

type WithDiscussion = AssignmentResults & { discussion: AssignmentDiscussion | null }

/** The discussion only where it is asked for: it is a read of its own. */
async function loadTables(
  viewer: Viewer,
  assignmentId: string,
  asksDiscussion: boolean,
): Promise<Decision<WithDiscussion>> {
  const results = await loadExportable(viewer, assignmentId)
  if (!results.ok || !asksDiscussion)
    return results.ok ? allow({ ...results.value, discussion: null }) : results
  const discussion = await loadDiscussionProfile(viewer, assignmentId)
  if (!discussion.ok) return discussion
  return allow({ ...results.value, discussion: withoutOpened(discussion.value) })
}

/** A file is handed on: a name that was opened stays on the screen, where its student was told it is. */
function withoutOpened(discussion: AssignmentDiscussion): AssignmentDiscussion {
  if (discussion.may.seeNames) return discussion
  const students = discussion.profile.students.map((one) => ({
    ...one,
    author: { ...one.author, name: null },
  }))
  const byAlias = students.sort((a, b) => (calledOf(a.author) < calledOf(b.author) ? -1 : 1))
  return { ...discussion, profile: { ...discussion.profile, students: byAlias } }
}

/** The results, for whoever may take them away. */
export async function loadExportable(
  viewer: Viewer,
  assignmentId: string,
): Promise<Decision<AssignmentResults>> {
  const results = await loadResults(viewer, assignmentId)
  if (!results.ok) return results
  return results.value.may.export ? results : refuse("forbidden", "results.exportTeachersOnly")
}

const nameOf = ({ assignment }: AssignmentResults, what: string, extension: string): string =>
  fileName([assignment.className, assignment.title, what], extension)

const recordOf = (viewer: Viewer, { assignment }: AssignmentResults, file: string) => ({
  actorId: viewer.userId,
  classId: assignment.classId,
  assignmentId: assignment.assignmentId,
  file,
})
