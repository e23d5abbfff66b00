import type { Metadata } from "next"
import { forbidden } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { OpenedTable } from "@/components/discussion/moderation/opened-table"
import { PageHeading } from "@/components/ui/page-heading"
import { loadOpened } from "@/lib/discussion/server/load-opened"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion.opened"))("title") }
}

/** Every time a teacher opened a student's private text, for administrators. */
export default async function OpenedPage() {
  const viewer = await requireViewer(["administrator"], "/admin/opened")
  const opened = await loadOpened(viewer)
  if (!opened.ok) forbidden()
  const words = await getTranslations("discussion.opened")
  const { timeZone, locale } = viewer.school
  return (
    <StaffPage viewer={viewer} here="school">
      <PageHeading dense title={words("title")} lead={words("lead")} />
      <OpenedTable lines={opened.value} clock={{ timeZone, locale, now: now() }} />
    </StaffPage>
  )
}
