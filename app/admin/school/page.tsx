import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { editSchoolAction } from "@/app/admin/school/actions"
import { addWatchWordAction, removeWatchWordAction } from "@/app/teach/classes/[classId]/watch-list/actions"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { WatchWords } from "@/components/discussion/moderation/watch-words"
import { SchoolForm } from "@/components/people/school-form"
import { Section } from "@/components/people/section"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { timeZones } from "@/lib/classroom/time-zone"
import { loadSchoolWatchList } from "@/lib/discussion/server/load-watch-list"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.school"))("title") }
}

/** The school itself, for its administrators. */
export default async function School() {
  const viewer = await requireViewer(["administrator"], "/admin/school")
  const t = await getTranslations("people.school")
  const words = await getTranslations("discussion.watch")
  const watched = await loadSchoolWatchList(viewer)
  const opened = await getTranslations("discussion.opened")
  const status = await getTranslations("people.status")
  const { name, timeZone } = viewer.school
  const zones = [...new Set([timeZone, ...timeZones()])].sort()
  return (
    <StaffPage viewer={viewer} here="school">
      <div className="max-w-form">
        <PageHeading dense title={t("title")} />
        <ClientMessages rooms={["people.school"]}>
          <SchoolForm action={editSchoolAction} name={name} timeZone={timeZone} zones={zones} />
        </ClientMessages>
        <p className="mt-8 border-rule border-t pt-4">
          <TextLink href="/admin/opened">{opened("title")}</TextLink>
        </p>
        <p className="mt-2">
          <TextLink href="/admin/status">{status("title")}</TextLink>
        </p>
      </div>
      {watched.ok && (
        <div className="mt-10">
          <ClientMessages rooms={["discussion.watch"]}>
            <Section title={words("schoolTitle")} hint={words("schoolLead")}>
              <WatchWords
                classId={null}
                words={watched.value}
                acts={{ add: addWatchWordAction, remove: removeWatchWordAction }}
              />
            </Section>
          </ClientMessages>
        </div>
      )}
    </StaffPage>
  )
}
