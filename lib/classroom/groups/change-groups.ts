import { allow, type Decision, refuse } from "@/lib/access/refusal"
import {
  type Arrangement,
  type ClassGroup,
  GROUP_NAME_MAX,
  GROUPS_MAX,
  groupOf,
  smallestGroup,
} from "./group-arrangement"
import { type GroupPlan, groupsFor, shareOut } from "./share-out"

/** What is changed, and what new groups are made from: their ids, and their names by number. */
export type Ground = {
  groups: Arrangement
  /** Enrolments of the students who are in the class now. */
  students: readonly string[]
  newId: () => string
  nameOf: (number: number) => string
  /** Uniform in [0, 1). */
  random: () => number
}

/** Everybody dealt into new groups by chance; those that stand go. */
export function decideMake(
  { students, newId, nameOf, random }: Ground,
  plan: GroupPlan,
): Decision<Arrangement> {
  if (students.length === 0) return refuse("conflict", "people.nobodyToGroup")
  const groups = groupsFor(students.length, plan)
  if (groups > GROUPS_MAX)
    return refuse("invalid", "people.tooManyGroups", { field: "count", params: { maximum: GROUPS_MAX } })
  const dealt = shareOut(students, groups, random)
  return allow(dealt.map((members, at) => ({ id: newId(), name: nameOf(at + 1), members })))
}

/** One more group, with nobody in it, under the first number that is free. */
export function decideAdd({ groups, newId, nameOf }: Ground): Decision<Arrangement> {
  if (groups.length >= GROUPS_MAX)
    return refuse("conflict", "people.tooManyGroups", { params: { maximum: GROUPS_MAX } })
  const taken = new Set(groups.map(({ name }) => folded(name)))
  let number = groups.length + 1
  while (taken.has(folded(nameOf(number)))) number += 1
  return allow([...groups, { id: newId(), name: nameOf(number), members: [] }])
}

/** A student goes into a group, or into none. */
export function decideMove(
  { groups, students }: Ground,
  { enrolmentId, groupId }: { enrolmentId: string; groupId: string | null },
): Decision<Arrangement> {
  if (!students.includes(enrolmentId)) return refuse("missing", "people.enrolmentMissing")
  if (groupId !== null && !groups.some(({ id }) => id === groupId))
    return refuse("missing", "people.groupMissing")
  return allow(seat(groups, enrolmentId, groupId))
}

/** Students who are in no group go, one after the other, into the group that is smallest then. */
export function decidePlace(
  { groups, students }: Ground,
  enrolmentIds: readonly string[],
): Decision<Arrangement> {
  if (groups.length === 0) return refuse("conflict", "people.noGroups")
  if (enrolmentIds.some((id) => !students.includes(id))) return refuse("missing", "people.enrolmentMissing")
  return allow(
    enrolmentIds
      .filter((id) => groupOf(groups, id) === null)
      .reduce<Arrangement>((held, id) => seat(held, id, smallestOf(held, students)), groups),
  )
}

/** The smallest group by those who are in the class now: who left may come back, and takes no place until then. */
function smallestOf(groups: Arrangement, students: readonly string[]): string | null {
  const here = new Set(students)
  return (
    smallestGroup(groups.map((group) => ({ ...group, members: group.members.filter((id) => here.has(id)) })))
      ?.id ?? null
  )
}

/** A group gets another name, already tidied. */
export function decideRename(
  { groups }: Ground,
  { groupId, name }: { groupId: string; name: string },
): Decision<Arrangement> {
  if (!groups.some(({ id }) => id === groupId)) return refuse("missing", "people.groupMissing")
  if (name === "") return refuse("invalid", "people.groupNameMissing", { field: "name" })
  if (name.length > GROUP_NAME_MAX)
    return refuse("invalid", "people.groupNameLong", { field: "name", params: { maximum: GROUP_NAME_MAX } })
  if (groups.some((group) => group.id !== groupId && folded(group.name) === folded(name)))
    return refuse("conflict", "people.groupNameTaken", { field: "name" })
  return allow(groups.map((group) => (group.id === groupId ? { ...group, name } : group)))
}

/** A group goes; who was in it is in none. */
export const decideRemove = ({ groups }: Ground, groupId: string): Decision<Arrangement> =>
  groups.some(({ id }) => id === groupId)
    ? allow(groups.filter(({ id }) => id !== groupId))
    : refuse("missing", "people.groupMissing")

const seat = (groups: Arrangement, enrolmentId: string, groupId: string | null): Arrangement =>
  groups.map((group) => withMember(group, enrolmentId, group.id === groupId))

function withMember(group: ClassGroup, enrolmentId: string, isIn: boolean): ClassGroup {
  if (group.members.includes(enrolmentId) === isIn) return group
  const others = group.members.filter((id) => id !== enrolmentId)
  return { ...group, members: isIn ? [...others, enrolmentId] : others }
}

/** Names that differ by the case of letters alone are the same to whoever reads them. */
const folded = (name: string): string => name.toLowerCase()
