import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { resetManyAction } from "@/app/teach/classes/[classId]/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { SlipMaker } from "@/components/people/slip-maker"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

type SlipsProps = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.slips"))("title") }
}

/** Slips of paper with a way to sign in. Printing them again makes new passwords: nobody keeps the old ones. */
export default async function Slips({ params }: SlipsProps) {
  const { viewer, room } = await openClass((await params).classId)
  const t = await getTranslations("people.slips")
  const ofClass = await getTranslations("people.class")
  const students = room.roster.students.filter(({ accountClosed }) => !accountClosed)
  const classHref = `/teach/classes/${room.publicId}`
  return (
    <ClassSubpage
      viewer={viewer}
      room={room}
      title={t("title")}
      lead={t("lead")}
      allowed={room.may.resetPasswords}
    >
      {students.length > 0 ? (
        <SlipMaker
          classId={room.classId}
          className={room.name}
          backHref={classHref}
          students={students}
          make={resetManyAction}
        />
      ) : (
        <EmptyState
          title={ofClass("emptyTitle")}
          act={<ButtonLink href={`${classHref}/add`}>{ofClass("add")}</ButtonLink>}
        >
          {ofClass("emptyWhat")}
        </EmptyState>
      )}
    </ClassSubpage>
  )
}
