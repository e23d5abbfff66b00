/** A group that stands, and who is in it, by enrolment. */
export type ClassGroup = { id: string; name: string; members: readonly string[] }

/** The groups of a class in the order they were made. Nobody is in two of them. */
export type Arrangement = readonly ClassGroup[]

export const GROUP_NAME_MAX = 60
export const GROUPS_MAX = 150

/** What can be done to the groups of a class. */
export const groupChanges = ["made", "added", "moved", "placed", "renamed", "removed", "undone"] as const
export type GroupChange = (typeof groupChanges)[number]

/** The group somebody is in, or null. */
export const groupOf = (groups: Arrangement, enrolmentId: string): ClassGroup | null =>
  groups.find(({ members }) => members.includes(enrolmentId)) ?? null

/** The group with the fewest members; of equals the one made first. Null where there is none. */
export const smallestGroup = (groups: Arrangement): ClassGroup | null =>
  groups.reduce<ClassGroup | null>(
    (least, group) => (least === null || group.members.length < least.members.length ? group : least),
    null,
  )
