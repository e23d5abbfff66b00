import "server-only"
import { createTranslator } from "use-intl/core"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { formatInstant } from "@/lib/lesson/school-time"
import { loadMessages } from "@/lib/platform/messages"
import { buildTermReport } from "@/lib/results/files/build-term-report"
import { fileName } from "@/lib/results/files/file-name"
import { said } from "@/lib/results/files/report-view"
import { studentCsv } from "@/lib/results/files/student-csv"
import { clockTime } from "@/lib/results/files/table"
import type { BinaryFile, TextFile } from "@/lib/results/server/export-results"
import { recordExport } from "@/lib/results/server/export-store"
import { type ClassStudentReport, loadStudentReport } from "@/lib/results/server/load-student-report"
import { reportWords } from "@/lib/results/server/report-words"
import { termWords } from "@/lib/results/server/term-words"
import { writeReportPdf } from "@/lib/results/server/write-report-pdf"

type Asked = { classId: string; enrolmentId: string; now: Date }

/** One student over all assignments as a file: for teachers of the class alone, and it is recorded who took it. */
export async function exportStudent(viewer: Viewer, asked: Asked): Promise<Decision<TextFile>> {
  const found = await takeStudent(viewer, asked, "student.csv")
  if (!found.ok) return found
  const { timeZone, locale } = viewer.school
  const translate = createTranslator({ locale: "en", messages: loadMessages(locale) })
  const { report, terms } = found.value
  const text = studentCsv(report, {
    of: (name) => translate(`results.gradebook.csv.${name}`),
    skill: (skill) => translate("results.gradebook.csv.skill", { skill }),
    standing: ({ standing: { kind } }) =>
      (kind === "missing" || kind === "excused" ? terms.words[kind] : null) ??
      translate(`results.gradebook.cell.kind.${kind}`),
    moment: (instant) => clockTime(instant, timeZone),
  })
  return allow({ name: "student.csv", text })
}

/** The same as a report to print. Reasons that are for staff alone stand on it as on the page, and say so. */
export async function exportStudentReport(viewer: Viewer, asked: Asked): Promise<Decision<BinaryFile>> {
  const found = await takeStudent(viewer, asked, "student.pdf")
  if (!found.ok) return found
  const { report, room, terms } = found.value
  const { school } = viewer
  const words = reportWords(school, { sentences: [] })
  const bytes = writeReportPdf(
    {
      title: said(`${report.person.displayName}, ${room.name}`).text,
      school: said(school.name),
      student: said(report.person.displayName),
      userName: report.person.userName,
      className: said(room.name),
      written: words.written(formatInstant(asked.now, school)),
      parts: buildTermReport(report, termWords(school, terms)),
      language: "en",
      words: words.page,
    },
    asked.now,
  )
  return allow({ name: fileName([room.name, report.person.userName], "pdf"), bytes })
}

async function takeStudent(
  viewer: Viewer,
  asked: Asked,
  file: string,
): Promise<Decision<ClassStudentReport>> {
  const found = await loadStudentReport(viewer, asked)
  if (!found.ok) return found
  if (!found.value.may.export) return refuse("forbidden", "results.exportTeachersOnly")
  const { classId } = found.value.room
  await recordExport({ actorId: viewer.userId, classId, assignmentId: null, file })
  return found
}
