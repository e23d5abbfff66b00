import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { formatInstant } from "@/lib/lesson/school-time"
import { itemsOf } from "@/lib/results/files/answers-table"
import { buildReportPart } from "@/lib/results/files/build-report"
import { fileName } from "@/lib/results/files/file-name"
import { type ReportView, said } from "@/lib/results/files/report-view"
import type { GridRow } from "@/lib/results/grid/build-grid"
import { type BinaryFile, loadExportable } from "@/lib/results/server/export-results"
import { recordExport } from "@/lib/results/server/export-store"
import type { AssignmentResults } from "@/lib/results/server/load-results"
import { reportWords } from "@/lib/results/server/report-words"
import { writeReportPdf } from "@/lib/results/server/write-report-pdf"
import { buildStudentAnswers } from "@/lib/results/student/student-answers"

/** A student's report of one assignment, to print or to send home: for teachers of the class. */
export async function exportReport(
  viewer: Viewer,
  { assignmentId, enrolmentId }: { assignmentId: string; enrolmentId: string },
  now: Date,
): Promise<Decision<BinaryFile>> {
  const results = await loadExportable(viewer, assignmentId)
  if (!results.ok) return results
  const row = results.value.grid.rows.find(({ student }) => student.enrolmentId === enrolmentId)
  if (!row) return refuse("missing", "results.noStudent")
  const { assignment } = results.value
  await recordExport({
    actorId: viewer.userId,
    classId: assignment.classId,
    assignmentId,
    file: "report.pdf",
  })
  const bytes = writeReportPdf(reportOf(viewer, results.value, { row, now }), now)
  return allow({
    name: fileName([assignment.className, assignment.title, row.student.userName], "pdf"),
    bytes,
  })
}

function reportOf(
  { school }: Viewer,
  results: AssignmentResults,
  { row, now }: { row: GridRow; now: Date },
): ReportView {
  const { assignment, grid, items, answers, revision } = results
  const { student } = row
  const own = answers.filter(({ enrolmentId }) => enrolmentId === student.enrolmentId)
  const words = reportWords(school, revision)
  const part = buildReportPart(
    {
      row,
      title: assignment.title,
      pointsPossible: grid.pointsPossible,
      answers: buildStudentAnswers(
        itemsOf(items, student.attempt?.itemIds ?? null),
        own,
        row.quiz.state === "submitted",
      ),
      comments: new Map(
        own.flatMap(({ itemId, given }) => (given ? [[itemId, given.comment] as const] : [])),
      ),
      isReleased: mayTellKey(results, row, now),
      promptCount: assignment.promptCount,
    },
    words.part,
    grid.sentenceCount,
  )
  return {
    title: said(`${student.displayName}, ${assignment.title}`).text,
    school: said(school.name),
    student: said(student.displayName),
    userName: student.userName,
    className: said(assignment.className),
    written: words.written(formatInstant(now, school)),
    parts: [part],
    language: "en",
    words: words.page,
  }
}

/**
 * Paper goes from hand to hand: what is right stands on it only once the class may know it, by release or after the close,
 * and the student's own time is over as well.
 */
function mayTellKey({ assignment }: AssignmentResults, { student, quiz }: GridRow, now: Date): boolean {
  const { releasePolicy, releasedAt, closesAt } = assignment
  const ownTimeIsOver = quiz.state === "submitted" && (student.ownDueAt === null || student.ownDueAt <= now)
  const classMayKnow =
    releasedAt !== null ? releasedAt <= now : releasePolicy !== "by_teacher" && closesAt <= now
  return ownTimeIsOver && classMayKnow
}
