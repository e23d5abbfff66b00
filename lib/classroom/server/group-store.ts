import "server-only"
import type { Arrangement, GroupChange } from "@/lib/classroom/groups/group-arrangement"
import type { Transaction } from "@/lib/platform/database"

/** The groups of a class that stand, in the order they were made: ids are ordered. */
export const STANDING = {
  where: { removedAt: null },
  orderBy: { id: "asc" },
  select: { id: true, name: true, members: { select: { enrolmentId: true } } },
} as const

type GroupRow = { id: string; name: string; members: { enrolmentId: string }[] }

export const arrangementOf = (rows: readonly GroupRow[]): Arrangement =>
  rows.map(({ members, ...group }) => ({ ...group, members: members.map(({ enrolmentId }) => enrolmentId) }))

export async function readGroups(tx: Transaction, classId: string): Promise<Arrangement> {
  const where = { ...STANDING.where, classId }
  return arrangementOf(await tx.group.findMany({ ...STANDING, where, relationLoadStrategy: "join" }))
}

type Written = { classId: string; before: Arrangement; after: Arrangement; change: GroupChange; now: Date }

/**
 * Makes the groups of a class those of `after`, and keeps how they were before. Groups that are not in it any more are
 * marked as removed, never deleted: threads hang on them. The caller holds the class.
 */
export async function writeGroups(tx: Transaction, written: Written): Promise<void> {
  const { classId, before, after, change, now } = written
  const ids = after.map(({ id }) => id)
  await tx.group.updateMany({
    where: { classId, removedAt: null, id: { notIn: ids } },
    data: { removedAt: now },
  })
  await tx.$executeRaw`
    INSERT INTO "Group" (id, "classId", name, "createdAt")
    SELECT made.id, ${classId}::uuid, made.name, ${now}
    FROM unnest(${ids}::uuid[], ${after.map(({ name }) => name)}::text[]) AS made(id, name)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, "removedAt" = NULL`
  await writeMembers(tx, classId, after)
  const undo = { before: before.map((group) => ({ ...group, members: [...group.members] })), change, at: now }
  await tx.groupUndo.upsert({ where: { classId }, create: { classId, ...undo }, update: undo })
}

/** Only students of the class have a place, whatever an arrangement of earlier says. */
async function writeMembers(tx: Transaction, classId: string, groups: Arrangement): Promise<void> {
  const places = groups.flatMap(({ id, members }) => members.map((enrolmentId) => ({ id, enrolmentId })))
  const enrolments = places.map(({ enrolmentId }) => enrolmentId)
  await tx.$executeRaw`
    DELETE FROM "GroupMember" gm USING "Group" g
    WHERE g.id = gm."groupId" AND g."classId" = ${classId}::uuid AND gm."enrolmentId" <> ALL(${enrolments}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO "GroupMember" ("groupId", "enrolmentId")
    SELECT place."groupId", e.id
    FROM unnest(${places.map(({ id }) => id)}::uuid[], ${enrolments}::uuid[]) AS place("groupId", "enrolmentId")
    JOIN "Enrolment" e ON e.id = place."enrolmentId" AND e."classId" = ${classId}::uuid AND e.role = 'student'
    ON CONFLICT ("enrolmentId") DO UPDATE SET "groupId" = excluded."groupId"
    WHERE "GroupMember"."groupId" <> excluded."groupId"`
}
