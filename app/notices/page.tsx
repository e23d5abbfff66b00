import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { markNoticesSeenAction } from "@/app/notices/actions"
import { OwnPage } from "@/app/own-page"
import { postTime } from "@/components/discussion/thread/thread-clock"
import { NoticeList } from "@/components/notices/notice-list"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { loadNotices, MOST_NOTICES } from "@/lib/discussion/server/load-notices"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

type Props = { searchParams: Promise<{ gone?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion.notices"))("title") }
}

/** What somebody was told. */
export default async function NoticesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const notices = await loadNotices(viewer)
  const words = await getTranslations("discussion.notices")
  const { timeZone, locale } = viewer.school
  const clock = { timeZone, locale, now: now() }
  return (
    <OwnPage viewer={viewer}>
      <div className="mx-auto max-w-narrow">
        <PageHeading title={words("title")} lead={words("lead")} dense={viewer.role !== "student"} />
        {(await searchParams).gone !== undefined && (
          <Notice kind="warning" className="mb-4">
            {words("gone")}
          </Notice>
        )}
        <NoticeList
          notices={notices.map((notice) => ({ ...notice, when: postTime(notice.at, clock) }))}
          most={MOST_NOTICES}
          markSeen={markNoticesSeenAction}
        />
        <p className="mt-6 text-13">
          <TextLink href="/notices/settings">{words("settings")}</TextLink>
        </p>
      </div>
    </OwnPage>
  )
}
