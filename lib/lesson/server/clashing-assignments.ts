import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { findClashes } from "@/lib/lesson/find-clashes"
import type { Transaction } from "@/lib/platform/database"

export type ClashingAssignment = { assignmentId: string; title: string; className: string }

/**
 * The assignments that are not closed yet, of classes the viewer teaches, whose dates take away what these students are
 * granted now: what is granted is no use where it does not fit.
 */
export async function clashingAssignments(
  tx: Transaction,
  viewer: Viewer,
  { userIds, now }: { userIds: readonly string[]; now: Date },
): Promise<ClashingAssignment[]> {
  if (!can(viewer, "assignment.edit", { classRole: "teacher" })) return []
  const rows = await findRunning(tx, viewer, { userIds: [...userIds], now })
  return rows.flatMap((row) => {
    const students = row.class.enrolments.map(({ id, user, exceptions }) => ({
      id,
      name: user.displayName,
      accommodation: user.accommodation && {
        ...user.accommodation,
        timeMultiplier: Number(user.accommodation.timeMultiplier),
        timeZone: viewer.school.timeZone,
      },
      exception: exceptions.find(({ assignmentId }) => assignmentId === row.id) ?? null,
    }))
    // What is too short for everybody was so before.
    const own = findClashes(row, students).filter(({ kind }) => kind !== "classCutOff")
    if (own.length === 0) return []
    return [{ assignmentId: row.id, title: row.lessonVersion.title, className: row.class.name }]
  })
}

function findRunning(tx: Transaction, viewer: Viewer, { userIds, now }: { userIds: string[]; now: Date }) {
  const active = { state: "active", leftAt: null } as const
  const teaching = { ...active, userId: viewer.userId, role: "teacher" } as const
  const learning = { ...active, userId: { in: userIds }, role: "student" } as const
  return tx.assignment.findMany({
    where: {
      archivedAt: null,
      closesAt: { gt: now },
      class: { AND: [{ enrolments: { some: teaching } }, { enrolments: { some: learning } }] },
    },
    include: {
      lessonVersion: { select: { title: true } },
      class: {
        select: {
          name: true,
          enrolments: {
            where: learning,
            include: { user: { select: { displayName: true, accommodation: true } }, exceptions: true },
          },
        },
      },
    },
    orderBy: { closesAt: "asc" },
    relationLoadStrategy: "join",
  })
}
