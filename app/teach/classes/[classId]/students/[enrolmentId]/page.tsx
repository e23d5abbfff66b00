import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { cellWords } from "@/app/teach/classes/[classId]/gradebook/cell-words"
import { turnAway } from "@/app/teach/classes/[classId]/gradebook/open-gradebook"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { StudentReportView } from "@/components/results/gradebook/student-report-view"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { formatInstant } from "@/lib/lesson/school-time"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import { loadStudentReport } from "@/lib/results/server/load-student-report"

type Props = { params: Promise<{ classId: string; enrolmentId: string }> }

const openReport = cache(async (classId: string, enrolmentId: string) => {
  const path = `/teach/classes/${classId}/students/${enrolmentId}`
  const viewer = await requireViewer(["teacher", "assistant", "administrator"], path)
  const at = now()
  const found = await loadStudentReport(viewer, { classId, enrolmentId, now: at })
  if (!found.ok) return turnAway(found.refusal)
  const { timeZone, locale } = viewer.school
  return { viewer, ...found.value, clock: { timeZone, locale, now: at } }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId, enrolmentId } = await params
  const { report, room } = await openReport(classId, enrolmentId)
  const words = await getTranslations("results.gradebook.report")
  return { title: words("metaTitle", { name: report.person.displayName, className: room.name }) }
}

/** One student over all assignments, for the staff of the class. */
export default async function StudentReportPage({ params }: Props) {
  const { classId, enrolmentId } = await params
  const { viewer, report, room, terms, rail, may, clock } = await openReport(classId, enrolmentId)
  const words = await getTranslations("results.gradebook.report")
  const when = (instant: Date) => formatInstant(instant, clock)
  const files = `/api/classes/${room.classId}/students/${enrolmentId}/report`
  return (
    <StaffPage viewer={viewer} here="classes" openClass={room.publicId} classes={rail}>
      <PageHeading
        dense
        kicker={
          <span className="print:hidden">
            <TextLink href={`/teach/classes/${room.publicId}/gradebook`}>{words("back")}</TextLink>
          </span>
        }
        title={report.person.displayName}
        lead={<bdi>{words("allOf", { className: room.name, when: when(clock.now) })}</bdi>}
        acts={
          <p className="flex flex-wrap gap-x-5 text-13 print:hidden">
            {may.export && (
              <>
                <TextLink external href={`${files}.pdf`}>
                  {words("downloadPdf")}
                </TextLink>
                <TextLink external href={`${files}.csv`}>
                  {words("download")}
                </TextLink>
              </>
            )}
            <span className="text-ink-3 max-md:hidden">{words("print")}</span>
          </p>
        }
      />
      <StudentReportView report={report} cellWords={await cellWords(terms)} when={when} />
    </StaffPage>
  )
}
