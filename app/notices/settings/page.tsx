import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { saveNoticeSettingsAction } from "@/app/notices/actions"
import { OwnPage } from "@/app/own-page"
import { NoticeSettingsForm } from "@/components/notices/notice-settings-form"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { loadNoticeSettings } from "@/lib/discussion/server/notice-settings-store"
import { zoneName } from "@/lib/lesson/school-time"
import { mailSettings } from "@/lib/platform/environment"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion.noticeSettings"))("title") }
}

/** What somebody is told, where and when: their own choice. */
export default async function NoticeSettingsPage() {
  const viewer = await requireViewer()
  const { settings, email } = await loadNoticeSettings(viewer)
  const words = await getTranslations("discussion.noticeSettings")
  return (
    <OwnPage viewer={viewer}>
      <div className="mx-auto max-w-narrow">
        <PageHeading
          kicker={<TextLink href="/notices">{words("back")}</TextLink>}
          title={words("title")}
          dense={viewer.role !== "student"}
        />
        <ClientMessages rooms={["discussion.noticeSettings"]}>
          <NoticeSettingsForm
            settings={settings}
            email={email}
            hasServer={mailSettings() !== null}
            zone={zoneName(viewer.school.timeZone)}
            save={saveNoticeSettingsAction}
          />
        </ClientMessages>
      </div>
    </OwnPage>
  )
}
