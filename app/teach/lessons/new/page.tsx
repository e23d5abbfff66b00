import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { validate } from "uuid"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { NewLessonForm } from "@/components/lesson/new-lesson-form"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { newId } from "@/lib/platform/ids"
import { requireViewer } from "@/lib/platform/session"
import { loadReading } from "@/lib/reading/server/load-reading"
import { createLessonAction } from "./actions"

type Props = { searchParams: Promise<{ reading?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.create"))("heading") }
}

/** Makes a lesson on a reading. Without one, the library is where to choose it. */
export default async function NewLesson({ searchParams }: Props) {
  const viewer = await requireViewer(["teacher", "administrator"])
  const { reading: readingId } = await searchParams
  if (!readingId) redirect("/teach/library")
  const found = validate(readingId) ? await loadReading(viewer, { readingId }) : null
  if (!found?.ok) notFound()
  const { title, tasks } = found.value.revision
  const words = await getTranslations("lesson.create")
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading dense title={words("heading")} lead={words("lead", { reading: title })} />
      <ClientMessages rooms={["lesson.create"]}>
        <NewLessonForm
          requestId={newId()}
          readingId={readingId}
          readingTitle={title}
          tasks={tasks}
          action={createLessonAction}
        />
      </ClientMessages>
    </StaffPage>
  )
}
