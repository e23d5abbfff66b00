import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import * as actions from "@/app/teach/classes/[classId]/gradebook/actions"
import { cellWords } from "@/app/teach/classes/[classId]/gradebook/cell-words"
import { openGradebook } from "@/app/teach/classes/[classId]/gradebook/open-gradebook"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { TakeAwayGradebook } from "@/components/results/files/take-away-gradebook"
import { GradebookView } from "@/components/results/gradebook/gradebook-view"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { formatDay } from "@/lib/lesson/school-time"
import { readGradebookQuery } from "@/lib/results/gradebook/gradebook-query"

type GradebookProps = {
  params: Promise<{ classId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: GradebookProps): Promise<Metadata> {
  const { room } = await openGradebook((await params).classId)
  return { title: (await getTranslations("results.gradebook"))("metaTitle", { name: room.name }) }
}

/** Students by assignments, for the staff of the class. */
export default async function GradebookPage({ params, searchParams }: GradebookProps) {
  const { viewer, room, terms, book, rail, may, clock } = await openGradebook((await params).classId)
  const words = await getTranslations("results.gradebook")
  const here = `/teach/classes/${room.publicId}`
  return (
    <StaffPage viewer={viewer} here="classes" openClass={room.publicId} classes={rail}>
      <PageHeading
        dense
        kicker={
          <TextLink href={here} dir="auto">
            {room.name}
          </TextLink>
        }
        title={words("title")}
        lead={words("lead", { students: book.rows.length, works: book.works.length })}
        acts={
          <>
            {may.edit && (
              <ButtonLink dense href={`${here}/gradebook/settings`}>
                {words("settings")}
              </ButtonLink>
            )}
            {may.export && (
              <ClientMessages rooms={["results.files.menu"]}>
                <TakeAwayGradebook classId={room.publicId} />
              </ClientMessages>
            )}
          </>
        }
      />
      <GradebookView
        room={room}
        book={book}
        missingCounts={terms.missingCounts}
        cellWords={await cellWords(terms)}
        query={readGradebookQuery(await searchParams)}
        actions={{
          open: actions.openCellAction,
          set: actions.setOverrideAction,
          takeBack: actions.takeBackOverrideAction,
        }}
        clock={clock}
        day={(instant) => formatDay(instant, clock)}
      />
    </StaffPage>
  )
}
