import "server-only"
import { createTranslator } from "next-intl"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { localTime } from "@/lib/lesson/school-time"
import { loadMessages } from "@/lib/platform/messages"
import { studentCsv } from "@/lib/results/files/student-csv"
import type { TextFile } from "@/lib/results/server/export-results"
import { loadStudentReport } from "@/lib/results/server/load-student-report"

/** One student over all assignments as a file: for teachers of the class alone. */
export async function exportStudent(
  viewer: Viewer,
  call: { classId: string; enrolmentId: string; now: Date },
): Promise<Decision<TextFile>> {
  const found = await loadStudentReport(viewer, call)
  if (!found.ok) return found
  if (!found.value.may.export) return refuse("forbidden", "results.exportTeachersOnly")
  const { timeZone, locale } = viewer.school
  const translate = createTranslator({ locale: "en", messages: loadMessages(locale) })
  const { report, terms } = found.value
  const text = studentCsv(report, {
    of: (name) => translate(`results.gradebook.csv.${name}`),
    skill: (skill) => translate("results.gradebook.csv.skill", { skill }),
    standing: ({ standing: { kind } }) =>
      (kind === "missing" || kind === "excused" ? terms.words[kind] : null) ??
      translate(`results.gradebook.cell.kind.${kind}`),
    moment: (instant) => localTime(instant, timeZone).replace("T", " "),
  })
  return allow({ name: "student.csv", text })
}
