import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { AssignForm } from "@/components/lesson/assign-form"
import { ChecksList } from "@/components/lesson/checks-list"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { Hang } from "@/components/ui/hang"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { proposeDates } from "@/lib/lesson/proposed-dates"
import { loadAssignableClasses } from "@/lib/lesson/server/load-assignable-classes"
import { now } from "@/lib/platform/clock"
import { newId } from "@/lib/platform/ids"
import { assignLessonAction } from "../actions"
import { type LoadedEditor, loadEditor } from "../load-editor"

type Props = { params: Promise<{ lessonId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.assign"))("heading") }
}

/** Gives a lesson to one or several classes; first what of it is not ready. */
export default async function Assign({ params }: Props) {
  const editor = await loadEditor((await params).lessonId)
  const { viewer, lesson, checks } = editor
  const words = await getTranslations("lesson.assign")
  const address = `/teach/lessons/${lesson.lessonId}`
  const blocked = lesson.archived || checks.some(({ blocks }) => blocks)
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={<TextLink href={address}>{lesson.title}</TextLink>}
        title={words("heading")}
        lead={words("lead")}
        acts={
          <ButtonLink dense href={`${address}/preview`}>
            {words("preview")}
          </ButtonLink>
        }
      />
      {checks.length > 0 && (
        <Hang label={words("checks")}>
          <ChecksList checks={checks} lessonId={lesson.lessonId} />
        </Hang>
      )}
      <Hang label={words("give")}>{blocked ? <p>{words("blocked")}</p> : <Form editor={editor} />}</Hang>
    </StaffPage>
  )
}

async function Form({ editor: { viewer, lesson } }: { editor: LoadedEditor }) {
  const words = await getTranslations("lesson.assign")
  const at = now()
  const classes = await loadAssignableClasses(viewer, { lessonId: lesson.lessonId, now: at })
  if (classes.length === 0)
    return (
      <EmptyState
        title={words("noClass.title")}
        act={<ButtonLink href="/teach/classes">{words("noClass.act")}</ButtonLink>}
      >
        {words("noClass.text")}
      </EmptyState>
    )
  const { timeZone, locale } = viewer.school
  return (
    <ClientMessages rooms={["lesson.assign", "lesson.clashes", "lesson.policy"]}>
      <AssignForm
        clientKey={newId()}
        lessonVersionId={lesson.base.lessonVersionId}
        classes={classes}
        dates={proposeDates(at, timeZone)}
        clock={{ timeZone, locale, now: at }}
        action={assignLessonAction}
      />
    </ClientMessages>
  )
}
