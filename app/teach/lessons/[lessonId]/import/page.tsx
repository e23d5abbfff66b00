import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { importQuizAction, planQuizAction } from "@/app/teach/lessons/[lessonId]/import/actions"
import { QuizImporter } from "@/components/lesson/import/quiz-importer"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

type Props = { params: Promise<{ lessonId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.importQuiz"))("title") }
}

/** Puts questions of a file into a lesson, looked at first. */
export default async function ImportQuizPage({ params }: Props) {
  const { lessonId } = await params
  const viewer = await requireViewer(["teacher", "administrator"], `/teach/lessons/${lessonId}/import`)
  const lesson = await loadLesson(viewer, lessonId, now())
  if (!lesson?.mayEdit || lesson.archived) notFound()
  const words = await getTranslations("lesson.importQuiz")
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={<TextLink href={`/teach/lessons/${lessonId}?part=items`}>{lesson.title}</TextLink>}
        title={words("title")}
        lead={words("lead")}
      />
      <ClientMessages rooms={["lesson.importQuiz", "lesson.itemTypes", "quiz.exchange", "quiz.problems"]}>
        <QuizImporter
          lessonId={lessonId}
          base={lesson.base}
          plan={planQuizAction}
          importAction={importQuizAction}
        />
      </ClientMessages>
    </StaffPage>
  )
}
