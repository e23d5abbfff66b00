import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { formOfRevision } from "@/components/reading/draft-form"
import { ReviseReading } from "@/components/reading/revise-reading"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { requireReading } from "../require-reading"

type Props = { params: Promise<{ readingId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.revise"))("title") }
}

/** Corrections of a reading that stands, saved as its next revision. Only its owner's. */
export default async function ReviseReadingPage({ params }: Props) {
  const { readingId } = await params
  const { viewer, reading } = await requireReading(readingId)
  if (!reading.isOwner) notFound()
  const t = await getTranslations("reading.revise")
  const { revision } = reading
  const nextNumber = revision.number + 1
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={<TextLink href={`/teach/readings/${readingId}`}>{revision.title}</TextLink>}
        title={t("title")}
        lead={t("lead", { number: nextNumber })}
      />
      <ClientMessages rooms={["reading"]}>
        <ReviseReading
          readingId={readingId}
          baseRevisionId={revision.revisionId}
          nextNumber={nextNumber}
          form={formOfRevision(revision)}
        />
      </ClientMessages>
    </StaffPage>
  )
}
