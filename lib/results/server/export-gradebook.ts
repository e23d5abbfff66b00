import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { tableCsv } from "@/lib/results/files/csv-file"
import { fileName } from "@/lib/results/files/file-name"
import { gradebookTable } from "@/lib/results/files/gradebook-table"
import type { Table } from "@/lib/results/files/table"
import { xlsxFile } from "@/lib/results/files/xlsx-file"
import { arrangeRows, readGradebookQuery } from "@/lib/results/gradebook/gradebook-query"
import type { BinaryFile, TextFile } from "@/lib/results/server/export-results"
import { recordExport } from "@/lib/results/server/export-store"
import { gradebookWords } from "@/lib/results/server/gradebook-words"
import { type ClassGradebook, loadGradebook } from "@/lib/results/server/load-gradebook"

type Asked = { classId: string; now: Date }

/** A class's gradebook as a CSV file: for its teachers alone, and it is recorded who took it. */
export async function exportGradebook(viewer: Viewer, asked: Asked): Promise<Decision<TextFile>> {
  const found = await takeGradebook(viewer, asked, "gradebook.csv")
  if (!found.ok) return found
  const text = tableCsv(tableOfGradebook(found.value, viewer.school), viewer.school.timeZone)
  return allow({ name: nameOf(found.value, "csv"), text })
}

/** The same as a workbook. */
export async function exportGradebookWorkbook(viewer: Viewer, asked: Asked): Promise<Decision<BinaryFile>> {
  const found = await takeGradebook(viewer, asked, "gradebook.xlsx")
  if (!found.ok) return found
  const bytes = await xlsxFile([tableOfGradebook(found.value, viewer.school)], viewer.school.timeZone)
  return allow({ name: nameOf(found.value, "xlsx"), bytes })
}

/** By name, those who have left last. */
export const tableOfGradebook = (
  { book, terms }: Pick<ClassGradebook, "book" | "terms">,
  school: Viewer["school"],
): Table =>
  gradebookTable(
    book,
    arrangeRows(book.rows, readGradebookQuery({}), school.locale),
    gradebookWords(school, terms),
  )

async function takeGradebook(
  viewer: Viewer,
  { classId, now }: Asked,
  file: string,
): Promise<Decision<ClassGradebook>> {
  const found = await loadGradebook(viewer, classId, now)
  if (!found.ok) return found
  if (!found.value.may.export) return refuse("forbidden", "results.exportTeachersOnly")
  await recordExport({
    actorId: viewer.userId,
    classId: found.value.room.classId,
    assignmentId: null,
    file,
  })
  return found
}

const nameOf = ({ room }: ClassGradebook, extension: string): string =>
  fileName([room.name, "gradebook"], extension)
