import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { editSchoolAction } from "@/app/admin/school/actions"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { SchoolForm } from "@/components/people/school-form"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { timeZones } from "@/lib/classroom/time-zone"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.school"))("title") }
}

/** The school itself, for its administrators. */
export default async function School() {
  const viewer = await requireViewer(["administrator"], "/admin/school")
  const t = await getTranslations("people.school")
  const opened = await getTranslations("discussion.opened")
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
      </div>
    </StaffPage>
  )
}
