import type { Metadata } from "next"
import * as actions from "@/app/teach/classes/[classId]/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { ClassPageView } from "@/components/people/class-page-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { formatDay } from "@/lib/lesson/school-time"

type ClassProps = { params: Promise<{ classId: string }> }

export async function generateMetadata({ params }: ClassProps): Promise<Metadata> {
  return { title: (await openClass((await params).classId)).room.name }
}

/** One class, for its teachers, its assistants and administrators. */
export default async function ClassPage({ params }: ClassProps) {
  const { viewer, room } = await openClass((await params).classId)
  const { roster, ...view } = room
  const left = roster.left.map((person) => ({ ...person, day: formatDay(person.since, viewer.school) }))
  return (
    <StaffPage viewer={viewer} here="classes" openClass={room.publicId}>
      <ClientMessages
        rooms={[
          "people.accommodation.granted",
          "people.class",
          "people.reset",
          "people.roles",
          "people.slips",
        ]}
      >
        <ClassPageView
          room={view}
          roster={{ ...roster, left }}
          viewerId={viewer.userId}
          actions={{
            letIn: actions.letInAction,
            decline: actions.declineAction,
            remove: actions.removeAction,
            resetPassword: actions.resetPasswordAction,
            rotateCode: actions.rotateCodeAction,
            joinRules: actions.joinRulesAction,
            rename: actions.renameAction,
            copy: actions.copyAction,
            archive: actions.archiveAction,
            restore: actions.restoreAction,
            addStaff: actions.addStaffAction,
          }}
        />
      </ClientMessages>
    </StaffPage>
  )
}
