import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import {
  type AssignmentLine,
  assignmentsTable,
  gradesTable,
  rosterTable,
} from "@/lib/results/files/class-tables"
import { csvFile, csvLines, plainRows, tableCsv } from "@/lib/results/files/csv-file"
import { plainName } from "@/lib/results/files/file-name"
import { markdownFile, plainMarkdown } from "@/lib/results/files/markdown"
import { clockTime, type Table } from "@/lib/results/files/table"
import { type ClassFile, exportAssignment } from "@/lib/results/server/class-assignment"
import { type ClassRow, findClassTeacher, loadClassRow } from "@/lib/results/server/class-store"
import { type ClassWords, classWords } from "@/lib/results/server/class-words"
import { tableOfGradebook } from "@/lib/results/server/export-gradebook"
import { recordExport } from "@/lib/results/server/export-store"
import { loadGradebook } from "@/lib/results/server/load-gradebook"
import type { AssignmentResults } from "@/lib/results/server/load-results"

export type ClassExport = {
  classId: string
  name: string
  /** One after the other, an assignment at a time: never the whole class in memory but its grades. */
  files: AsyncGenerator<ClassFile>
}

/** Everything of a class in open formats, for its teachers. The class by its id in addresses or its own. */
export async function exportClass(
  viewer: Viewer,
  reference: string,
  now: Date,
): Promise<Decision<ClassExport>> {
  const room = await loadClassRow(viewer.userId, reference)
  if (!room) return refuse("missing", "results.noClass")
  if (!can(viewer, "export", { classRole: room.classRole }))
    return refuse("forbidden", "results.exportTeachersOnly")
  await recordExport({ actorId: viewer.userId, classId: room.classId, assignmentId: null, file: "class.zip" })
  return allow({ classId: room.classId, name: room.name, files: classFiles(viewer, room, now) })
}

/** The same for a command, which stands above the permission table: it reads as the class's first teacher does. */
export async function exportClassCommand(reference: string, now: Date): Promise<Decision<ClassExport>> {
  const teacher = await findClassTeacher(reference)
  const room = teacher && (await loadClassRow(teacher.userId, reference))
  if (!room) return refuse("missing", "results.noClassOrTeacher")
  await recordExport({ actorId: null, classId: room.classId, assignmentId: null, file: "class" })
  return allow({ classId: room.classId, name: room.name, files: classFiles(teacher, room, now) })
}

async function* classFiles(viewer: Viewer, room: ClassRow, now: Date): AsyncGenerator<ClassFile> {
  const { timeZone, locale } = viewer.school
  const words = classWords(locale)
  const csv = (path: string, table: Table): ClassFile => ({
    path,
    text: tableCsv(table, timeZone),
    rows: table.rows.length,
  })
  const lines: AssignmentLine[] = []
  const noGrades = gradesTable({ grid: { rows: [], pointsPossible: 0 }, folder: "", title: "" }, words.of)
  const grades = { text: csvFile([noGrades.columns.map(({ head }) => head)]), rows: 0 }
  yield { path: "README.md", text: readme(room, viewer, { words, now }), rows: null }
  yield { path: "class.json", text: classJson(room, viewer, now), rows: null }
  yield csv("roster.csv", rosterTable(room.people.map(personOf), words.of))
  for (const [at, { assignmentId, title }] of room.assignments.entries()) {
    const folder = folderOf(at, title)
    const one = await exportAssignment(viewer, { assignmentId, folder }, words)
    if (!one) continue
    lines.push(lineOf(one.results, folder))
    grades.text += csvLines(plainRows(one.grades, timeZone))
    grades.rows += one.grades.rows.length
    yield* one.files
  }
  yield csv("assignments.csv", assignmentsTable(lines, words.of))
  yield { path: "grades.csv", ...grades }
  const gradebook = await loadGradebook(viewer, room.classId, now)
  if (gradebook.ok) yield csv("gradebook.csv", tableOfGradebook(gradebook.value, viewer.school))
}

/** "assignments/03_Fake-neutrality": numbered, so that no two are the same and they stand in their order. */
const folderOf = (at: number, title: string): string =>
  `assignments/${[String(at + 1).padStart(2, "0"), plainName(title)].filter(Boolean).join("_")}`

const personOf = ({ joinedAt, leftAt, ...person }: ClassRow["people"][number]) => ({
  ...person,
  joinedAt: new Date(joinedAt),
  leftAt: leftAt ? new Date(leftAt) : null,
})

function lineOf({ assignment, grid }: AssignmentResults, folder: string): AssignmentLine {
  const { title, opensAt, dueAt, closesAt, archivedAt } = assignment
  const students = grid.rows.filter(({ student }) => !student.hasLeft).length
  const dates = { opensAt, dueAt, closesAt, archivedAt }
  return { folder, title, ...dates, pointsPossible: grid.pointsPossible, students, handedIn: grid.done.quiz }
}

function classJson(
  { classId, publicId, name, createdAt, archivedAt, people, assignments }: ClassRow,
  { school }: Viewer,
  now: Date,
): string {
  const counts = { people: people.length, assignments: assignments.length }
  const of = {
    classId,
    publicId,
    name,
    createdAt,
    archivedAt,
    school: school.name,
    timeZone: school.timeZone,
  }
  return `${JSON.stringify({ format: "colloquy-class", version: 1, exportedAt: now, ...of, ...counts }, null, 2)}\n`
}

const README_FILES = [
  "class.json",
  "roster.csv",
  "assignments.csv",
  "grades.csv",
  "gradebook.csv",
  "assignment.json",
  "lesson.md",
  "students.csv",
  "items.csv",
  "quiz.csv",
  "answers.csv",
  "score-history.csv",
  "discussion.csv",
  "discussion-1.md",
  "stance-shift.csv",
] as const

/** What each file is, and what is in none of them. */
function readme(
  { name }: ClassRow,
  { school }: Viewer,
  { words, now }: { words: ClassWords; now: Date },
): string {
  const { readme: line } = words
  const at = clockTime(now, school.timeZone)
  return markdownFile([
    `# ${plainMarkdown(name)}`,
    line("written", { school: plainMarkdown(school.name), at, zone: school.timeZone }),
    README_FILES.map((file) => `- \`${file}\`: ${line(file.replace(/[.-]/g, "_"))}`).join("\n"),
    `## ${line("heldHead")}`,
    ["names", "stances", "private", "grants", "formulas"].map((one) => `- ${line(one)}`).join("\n"),
  ])
}
