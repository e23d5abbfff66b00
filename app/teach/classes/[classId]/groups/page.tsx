import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import * as actions from "@/app/teach/classes/[classId]/groups/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { GroupsScreen } from "@/components/people/groups/groups-screen"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { TextLink } from "@/components/ui/text-link"
import { viewGroups } from "@/lib/classroom/groups/view-groups"
import { loadGroups } from "@/lib/classroom/server/load-groups"
import { type GroupWork, loadGroupWork } from "@/lib/discussion/server/load-group-work"
import { formatInstant } from "@/lib/lesson/school-time"
import { now } from "@/lib/platform/clock"

type GroupsProps = { params: Promise<{ classId: string }> }

const groupsActions = {
  make: actions.makeGroupsAction,
  add: actions.addGroupAction,
  move: actions.moveStudentAction,
  place: actions.placeStudentsAction,
  rename: actions.renameGroupAction,
  remove: actions.removeGroupAction,
  undo: actions.undoGroupsAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.groups"))("heading") }
}

/** The groups of a class, in which its discussions can be held. */
export default async function GroupsPage({ params }: GroupsProps) {
  const { viewer, room } = await openClass((await params).classId)
  const t = await getTranslations("people.groups")
  const [{ groups, last }, work] = await Promise.all([
    loadGroups(viewer, room.classId),
    loadGroupWork(viewer, room.classId),
  ])
  const view = viewGroups(groups, room.roster.students)
  const mayEdit = room.may.editGroups && !room.archived
  return (
    <ClassSubpage viewer={viewer} room={room} title={t("heading")} lead={t("lead")} allowed>
      <HeldInGroups assignments={work.assignments} linked={room.may.edit} />
      {room.roster.students.length === 0 ? (
        <NoStudents publicId={room.publicId} mayAdd={room.may.edit} />
      ) : (
        <ClientMessages rooms={["people.groups"]}>
          <GroupsScreen
            classId={room.classId}
            view={view}
            posts={Object.fromEntries(work.posts.map(({ enrolmentId, posts }) => [enrolmentId, posts]))}
            last={last && { ...last, at: formatInstant(last.at, { ...viewer.school, now: now() }) }}
            actions={mayEdit ? groupsActions : null}
          />
        </ClientMessages>
      )}
    </ClassSubpage>
  )
}

type HeldInGroupsProps = { assignments: GroupWork["assignments"]; linked: boolean }

/** Which discussions hang on these groups. */
async function HeldInGroups({ assignments, linked }: HeldInGroupsProps) {
  const t = await getTranslations("people.groups")
  if (assignments.length === 0) return <p className="mb-5 max-w-narrow text-ink-2">{t("unused")}</p>
  return (
    <div className="mb-5 max-w-narrow text-ink-2">
      <p>{t("used", { count: assignments.length })}</p>
      <ul className="list-disc ps-5">
        {assignments.map(({ assignmentId, title }) => (
          <li key={assignmentId} dir="auto">
            {linked ? (
              <TextLink href={`/teach/assignments/${assignmentId}/settings#discussion`}>{title}</TextLink>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

async function NoStudents({ publicId, mayAdd }: { publicId: string; mayAdd: boolean }) {
  const t = await getTranslations("people.groups")
  const ofClass = await getTranslations("people.class")
  return (
    <EmptyState
      title={ofClass("emptyTitle")}
      act={mayAdd && <ButtonLink href={`/teach/classes/${publicId}/add`}>{ofClass("add")}</ButtonLink>}
    >
      {t("noStudents")}
    </EmptyState>
  )
}
