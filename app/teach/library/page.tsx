import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { LessonsTable } from "@/components/lesson/lessons-table"
import { ReadingsTable } from "@/components/lesson/readings-table"
import { ActButton } from "@/components/ui/act-button"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Hang } from "@/components/ui/hang"
import { PageHeading } from "@/components/ui/page-heading"
import { loadLibrary } from "@/lib/lesson/server/load-library"
import { now } from "@/lib/platform/clock"
import { newId } from "@/lib/platform/ids"
import { requireViewer } from "@/lib/platform/session"
import { listReadings } from "@/lib/reading/server/list-readings"
import { copyLessonAction, takeFirstLessonAction } from "./actions"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.library"))("heading") }
}

/** Lessons to assign, and readings to make lessons of. */
export default async function Library() {
  const viewer = await requireViewer(["teacher", "administrator"])
  const words = await getTranslations("lesson.library")
  const exchange = await getTranslations("lesson.exchange")
  const [{ lessons, hasFirstLesson }, readings] = await Promise.all([
    loadLibrary(viewer, now()),
    listReadings(viewer),
  ])
  const own = readings.ok ? readings.value : []
  const takeFirst = (
    <ActButton action={takeFirstLessonAction} input={{}} variant="line" dense={false}>
      {words("first.take")}
    </ActButton>
  )
  const importLink = <ButtonLink href="/teach/readings/new">{words("import")}</ButtonLink>
  const acts = (
    <>
      <ButtonLink href="/teach/library/questions">{words("questions")}</ButtonLink>
      <ButtonLink href="/teach/library/from-file">{exchange("bring")}</ButtonLink>
      {importLink}
    </>
  )
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading dense title={words("heading")} lead={words("lead")} acts={acts} />
      <Hang label={words("lessons")}>
        {lessons.length > 0 ? (
          <LessonsTable
            lines={lessons.map((line) => ({ ...line, copyId: newId() }))}
            copyAction={copyLessonAction}
          />
        ) : (
          <EmptyState title={words("noLessons.title")}>{words("noLessons.text")}</EmptyState>
        )}
        {!hasFirstLesson && (
          <EmptyState title={words("first.title")} act={takeFirst} className="mt-6">
            {words("first.text")}
          </EmptyState>
        )}
      </Hang>
      <Hang label={words("readings")}>
        {own.length > 0 ? (
          <ReadingsTable readings={own} />
        ) : (
          <EmptyState title={words("noReadings.title")} act={importLink}>
            {words("noReadings.text")}
          </EmptyState>
        )}
      </Hang>
    </StaffPage>
  )
}
