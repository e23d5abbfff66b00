import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { ExportFormats } from "@/components/lesson/export-formats"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import { EXPORT_FORMATS, planQuizExport } from "@/lib/quiz/exchange/plan-export"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"

type Props = { params: Promise<{ lessonId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.exportQuiz"))("title") }
}

/** Takes a lesson's questions away as a file, and says first what a file cannot hold. */
export default async function ExportQuizPage({ params }: Props) {
  const { lessonId } = await params
  const viewer = await requireViewer(["teacher", "administrator"], `/teach/lessons/${lessonId}/export`)
  const lesson = await loadLesson(viewer, lessonId, now())
  const placed = lesson && (await loadAuthoredItems(viewer, lesson.base.lessonVersionId))
  if (!lesson || !placed) notFound()
  const words = await getTranslations("lesson.exportQuiz")
  const items = placed.map(({ item }) => item)
  const offers = EXPORT_FORMATS.map((format) => {
    const { written, losses } = planQuizExport(items, format)
    return { format, written, losses }
  })
  const itemsHref = `/teach/lessons/${lessonId}?part=items`
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={<TextLink href={itemsHref}>{lesson.title}</TextLink>}
        title={words("title")}
        lead={words("lead")}
      />
      {items.length === 0 ? (
        <EmptyState
          title={words("none")}
          act={
            <ButtonLink variant="main" href={itemsHref}>
              {words("toItems")}
            </ButtonLink>
          }
        >
          {words("noneMore")}
        </EmptyState>
      ) : (
        <ExportFormats lessonId={lessonId} count={items.length} offers={offers} />
      )}
    </StaffPage>
  )
}
