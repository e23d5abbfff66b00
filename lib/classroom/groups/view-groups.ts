import type { Arrangement } from "./group-arrangement"

export type GroupedStudent = { enrolmentId: string; displayName: string }

export type GroupView = { id: string; name: string; students: GroupedStudent[] }

export type GroupsView = { groups: GroupView[]; ungrouped: GroupedStudent[] }

/** The groups of a class with the students who are in it now, in the order these come in; and who is in no group. */
export function viewGroups(groups: Arrangement, students: readonly GroupedStudent[]): GroupsView {
  const seats = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))
  const inGroup = (id: string | undefined) =>
    students
      .filter(({ enrolmentId }) => seats.get(enrolmentId) === id)
      .map(({ enrolmentId, displayName }) => ({ enrolmentId, displayName }))
  return {
    groups: groups.map(({ id, name }) => ({ id, name, students: inGroup(id) })),
    ungrouped: inGroup(undefined),
  }
}
