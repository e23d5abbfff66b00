import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { copyLessonToReadingAction } from "@/app/teach/lessons/[lessonId]/own-copy/actions"
import { OwnCopyForm } from "@/components/lesson/own-copy-form"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { now } from "@/lib/platform/clock"
import { newId } from "@/lib/platform/ids"
import { requireViewer } from "@/lib/platform/session"
import { listReadings } from "@/lib/reading/server/list-readings"

type Props = { params: Promise<{ lessonId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("results.ownCopy"))("title") }
}

/** Puts a lesson on a text of the teacher's own. */
export default async function OwnCopyPage({ params }: Props) {
  const { lessonId } = await params
  const viewer = await requireViewer(["teacher", "administrator"], `/teach/lessons/${lessonId}/own-copy`)
  const [lesson, readings] = await Promise.all([loadLesson(viewer, lessonId, now()), listReadings(viewer)])
  if (!lesson) notFound()
  const words = await getTranslations("results.ownCopy")
  const texts = (readings.ok ? readings.value : []).filter(({ readingId }) => readingId !== lesson.readingId)
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={<TextLink href={`/teach/lessons/${lessonId}`}>{lesson.title}</TextLink>}
        title={words("title")}
        lead={words("lead")}
      />
      {texts.length === 0 ? (
        <EmptyState
          title={words("noReading")}
          act={
            <ButtonLink variant="main" href="/teach/readings/new">
              {words("import")}
            </ButtonLink>
          }
        >
          {words("noReadingMore")}
        </EmptyState>
      ) : (
        <ClientMessages rooms={["results.ownCopy"]}>
          <OwnCopyForm
            lessonId={lessonId}
            requestId={newId()}
            texts={texts.map(({ readingId, title, author, wordCount }) => ({
              readingId,
              title,
              author,
              wordCount,
            }))}
            action={copyLessonToReadingAction}
          />
          <p className="mt-6 text-13">
            <TextLink href="/teach/readings/new">{words("import")}</TextLink>
          </p>
        </ClientMessages>
      )}
    </StaffPage>
  )
}
