import { useTranslations } from "next-intl"
import { ClassSettings } from "@/components/people/class-settings"
import type { ClassActions, ClassView } from "@/components/people/class-types"
import { JoinPanel } from "@/components/people/join-panel"
import { LeftList } from "@/components/people/left-list"
import { RosterTable } from "@/components/people/roster-table"
import { Section } from "@/components/people/section"
import { StaffPanel } from "@/components/people/staff-panel"
import { WaitingList } from "@/components/people/waiting-list"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import type { RosterPerson, RosterView } from "@/lib/classroom/roster-view"

type ClassPageViewProps = {
  room: ClassView
  roster: Omit<RosterView, "left"> & { left: (RosterPerson & { day: string })[] }
  viewerId: string
  actions: ClassActions
}

/** A class: who is in it, who waits, how one joins. */
export function ClassPageView({ room, roster, viewerId, actions }: ClassPageViewProps) {
  const t = useTranslations("people.class")
  const mayEdit = room.may.edit
  return (
    <>
      <PageHeading
        dense
        kicker={t("kicker")}
        title={room.name}
        lead={t("counts", { students: roster.students.length })}
        acts={<ListActs room={room} some={roster.students.length > 0} />}
      />
      {room.archived && <Notice className="mb-5">{t("archivedNotice")}</Notice>}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {roster.waiting.length > 0 && (
            <WaitingList people={roster.waiting} actions={mayEdit ? actions : null} />
          )}
          <Section title={t("roster")}>
            {roster.students.length > 0 ? (
              <RosterTable room={room} students={roster.students} actions={actions} />
            ) : (
              <EmptyState title={t("emptyTitle")}>{t("emptyWhat")}</EmptyState>
            )}
          </Section>
          {roster.left.length > 0 && <LeftList people={roster.left} actions={mayEdit ? actions : null} />}
        </div>
        <div className="min-w-0">
          {room.joinCode && !room.archived && (
            <JoinPanel room={room} code={room.joinCode} actions={actions} />
          )}
          <StaffPanel {...{ room, viewerId, actions }} staff={roster.staff} />
          {mayEdit && <ClassSettings room={room} actions={actions} />}
        </div>
      </div>
    </>
  )
}

function ListActs({ room, some }: { room: ClassView; some: boolean }) {
  const discussion = useTranslations("discussion.watch")
  const t = useTranslations("people.class")
  return (
    <>
      {room.may.seeResults && (
        <ButtonLink dense href={`/teach/classes/${room.publicId}/gradebook`}>
          {t("gradebook")}
        </ButtonLink>
      )}
      <ButtonLink dense href={`/teach/classes/${room.publicId}/watch-list`}>
        {discussion("link")}
      </ButtonLink>
      {some && (
        <ButtonLink dense href={`/teach/classes/${room.publicId}/groups`}>
          {t("groups")}
        </ButtonLink>
      )}
      {room.may.seeResults && (
        <ButtonLink dense href={`/teach/classes/${room.publicId}/discussions`}>
          {t("discussions")}
        </ButtonLink>
      )}
      {some && room.may.seeAccommodations && (
        <ButtonLink dense href={`/teach/classes/${room.publicId}/accommodations`}>
          {t("accommodations")}
        </ButtonLink>
      )}
      {some && room.may.resetPasswords && (
        <ButtonLink dense href={`/teach/classes/${room.publicId}/slips`}>
          {t("slips")}
        </ButtonLink>
      )}
      {room.may.edit && (
        <ButtonLink dense variant={some ? "line" : "main"} href={`/teach/classes/${room.publicId}/add`}>
          {t("add")}
        </ButtonLink>
      )}
    </>
  )
}
