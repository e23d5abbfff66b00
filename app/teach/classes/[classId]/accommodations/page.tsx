import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { setAccommodationAction } from "@/app/teach/classes/[classId]/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { AccommodationsView } from "@/components/people/accommodations-view"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"

type AccommodationsProps = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.accommodation"))("heading") }
}

/** What each student of the class is granted in every quiz, set once for all classes. */
export default async function Accommodations({ params }: AccommodationsProps) {
  const { viewer, room } = await openClass((await params).classId)
  const t = await getTranslations("people.accommodation")
  const ofClass = await getTranslations("people.class")
  const students = room.roster.students.map(({ enrolmentId, displayName, accommodation }) => ({
    enrolmentId,
    displayName,
    accommodation,
  }))
  return (
    <ClassSubpage
      viewer={viewer}
      room={room}
      title={t("heading")}
      lead={t("lead")}
      allowed={room.may.seeAccommodations}
    >
      {students.length > 0 ? (
        <ClientMessages rooms={["people.accommodation"]}>
          <AccommodationsView
            classId={room.classId}
            students={students}
            action={room.may.setAccommodations ? setAccommodationAction : null}
          />
        </ClientMessages>
      ) : (
        <EmptyState
          title={ofClass("emptyTitle")}
          act={
            room.may.edit && (
              <ButtonLink href={`/teach/classes/${room.publicId}/add`}>{ofClass("add")}</ButtonLink>
            )
          }
        >
          {t("emptyWhat")}
        </EmptyState>
      )}
    </ClassSubpage>
  )
}
