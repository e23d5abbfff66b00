import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { NewReading } from "@/components/reading/new-reading"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.create"))("title") }
}

/** Paste a text or choose a file, correct what was recognised, save. */
export default async function NewReadingPage() {
  const viewer = await requireViewer(["teacher", "administrator"], "/teach/readings/new")
  const t = await getTranslations("reading.create")
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading dense title={t("title")} lead={t("lead")} />
      <ClientMessages rooms={["reading"]}>
        <NewReading />
      </ClientMessages>
    </StaffPage>
  )
}
