import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { LessonBringer } from "@/components/lesson/from-file/lesson-bringer"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { MOST_MEGABYTES } from "@/lib/lesson/exchange/lesson-file"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.exchange"))("title") }
}

/** Makes a lesson of a file that somebody saved, looked at first. */
export default async function LessonFromFilePage() {
  const viewer = await requireViewer(["teacher", "administrator"])
  const words = await getTranslations("lesson.exchange")
  const library = await getTranslations("lesson.library")
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={<TextLink href="/teach/library">{library("heading")}</TextLink>}
        title={words("title")}
        lead={words("lead")}
      />
      <ClientMessages rooms={["lesson.exchange", "quiz.problems"]}>
        <LessonBringer mostMegabytes={MOST_MEGABYTES} />
      </ClientMessages>
    </StaffPage>
  )
}
