import type { Metadata } from "next"
import { forbidden } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { saveGradebookSettingsAction } from "@/app/teach/classes/[classId]/gradebook/actions"
import { openGradebook } from "@/app/teach/classes/[classId]/gradebook/open-gradebook"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { SettingsForm } from "@/components/results/gradebook/settings-form"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { formatDay } from "@/lib/lesson/school-time"

type SettingsProps = { params: Promise<{ classId: string }> }

export async function generateMetadata({ params }: SettingsProps): Promise<Metadata> {
  const { room } = await openGradebook((await params).classId)
  return { title: (await getTranslations("results.gradebook.setting"))("metaTitle", { name: room.name }) }
}

/** What counts how much in a class, and what it is called: for its teachers. */
export default async function GradebookSettingsPage({ params }: SettingsProps) {
  const { viewer, room, terms, book, rail, may, clock } = await openGradebook((await params).classId)
  if (!may.edit) forbidden()
  const words = await getTranslations("results.gradebook")
  const plain = {
    late: words("words.late"),
    excused: words("words.excused"),
    missing: words("words.missing"),
  }
  return (
    <StaffPage viewer={viewer} here="classes" openClass={room.publicId} classes={rail}>
      <PageHeading
        dense
        kicker={
          <TextLink href={`/teach/classes/${room.publicId}/gradebook`}>{words("setting.back")}</TextLink>
        }
        title={words("setting.metaTitle", { name: room.name })}
        lead={words("setting.lead")}
      />
      <ClientMessages rooms={["results.gradebook.setting"]}>
        <SettingsForm
          classId={room.classId}
          version={terms.version}
          words={terms.words}
          plainWords={plain}
          missing={terms.missingCounts}
          categories={book.categories.map(({ id, name, weight, dropLowest }) => ({
            key: id,
            name,
            weight: String(weight),
            dropLowest: String(dropLowest),
          }))}
          works={book.works.map(({ assignmentId, title, dueAt, categoryId }) => ({
            assignmentId,
            title,
            due: words("due", { when: formatDay(dueAt, clock) }),
            category: categoryId,
          }))}
          save={saveGradebookSettingsAction}
        />
      </ClientMessages>
    </StaffPage>
  )
}
