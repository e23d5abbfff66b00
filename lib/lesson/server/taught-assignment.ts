import "server-only"
import { can, type Permission } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { Transaction } from "@/lib/platform/database"

/** An assignment the viewer may act on, locked for the rest of the transaction; "missing" to whoever is not in its class. */
export async function taughtAssignment(
  tx: Transaction,
  viewer: Viewer,
  { assignmentId, permission }: { assignmentId: string; permission: Permission },
) {
  await tx.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR UPDATE`
  const assignment = await findInClass(tx, viewer.userId, assignmentId)
  const classRole = assignment?.class.enrolments[0]?.role
  if (!assignment || !classRole) return refuse("missing", "lesson.noAssignment")
  if (!can(viewer, permission, { classRole })) return refuse("forbidden", "lesson.classTeachersOnly")
  return allow(assignment) satisfies Decision<unknown>
}

function findInClass(tx: Transaction, userId: string, id: string) {
  const here = { userId, state: "active", leftAt: null } as const
  return tx.assignment.findFirst({
    where: { id, class: { enrolments: { some: here } } },
    include: { class: { include: { enrolments: { where: here, select: { role: true } } } } },
    relationLoadStrategy: "join",
  })
}
