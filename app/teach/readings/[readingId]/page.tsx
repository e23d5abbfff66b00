import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { ReadingRecord } from "@/components/reading/reading-record"
import { formatInstant } from "@/lib/lesson/school-time"
import { requireReading } from "./require-reading"

type Props = {
  params: Promise<{ readingId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.show"))("kicker") }
}

/** One reading: its numbered sentences, its revisions and what changed, the lessons on it. */
export default async function ReadingRecordPage({ params, searchParams }: Props) {
  const [{ readingId }, { revision, saved }] = [await params, await searchParams]
  const number = Number(revision)
  const { viewer, reading } = await requireReading(
    readingId,
    Number.isInteger(number) && number > 0 ? number : undefined,
  )
  const { timeZone, locale } = viewer.school
  const revisions = reading.revisions.map((line) => {
    return { ...line, when: formatInstant(line.createdAt, { timeZone, locale }) }
  })
  return (
    <StaffPage viewer={viewer} here="library">
      <ReadingRecord reading={{ ...reading, revisions }} wasSaved={saved === "1"} />
    </StaffPage>
  )
}
