import "server-only"
import { can, type Permission } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { GradingRulesInput, ReleaseGradesInput } from "@/lib/results/grading/grading-input"

/**
 * Asks for a second grader, or for one; holds grades, or shows them as they are given. Nothing that was given is touched.
 * Refuses with "missing" (not their class) or "forbidden".
 */
export async function setGradingRules(
  viewer: Viewer,
  { assignmentId, asksSecond, holds }: GradingRulesInput,
): Promise<Decision<true>> {
  return database().$transaction(async (tx) => {
    const permission = holds === undefined ? "results.grade" : "assignment.release"
    const ground = await groundOf(tx, viewer, { assignmentId, permission })
    if (!ground.ok) return ground
    const data = {
      ...(asksSecond === undefined ? {} : { asksSecond }),
      // Held anew, they are to be released anew.
      ...(holds === undefined ? {} : { holds, releasedAt: null }),
    }
    await tx.assignmentGrading.upsert({
      where: { assignmentId },
      create: { assignmentId, ...data },
      update: data,
    })
    await appendEvent(tx, {
      kind: "grading.rulesSet",
      actorId: viewer.userId,
      classId: ground.value,
      assignmentId,
      data: { asksSecond: asksSecond ?? null, holds: holds ?? null },
    })
    return allow(true)
  })
}

/** Shows held grades to their students, those that come later as they are given. Pressed twice, it keeps the first time. */
export async function releaseGrades(
  viewer: Viewer,
  { assignmentId }: ReleaseGradesInput,
  now: Date,
): Promise<Decision<true>> {
  return database().$transaction(async (tx) => {
    const ground = await groundOf(tx, viewer, { assignmentId, permission: "assignment.release" })
    if (!ground.ok) return ground
    const released = await tx.assignmentGrading.updateMany({
      where: { assignmentId, holds: true, releasedAt: null },
      data: { releasedAt: now },
    })
    if (released.count === 0) return allow(true)
    await appendEvent(tx, {
      kind: "grades.released",
      actorId: viewer.userId,
      classId: ground.value,
      assignmentId,
    })
    return allow(true)
  })
}

/** The class of the assignment, through which the viewer knows of it. */
async function groundOf(
  tx: Transaction,
  viewer: Viewer,
  { assignmentId, permission }: { assignmentId: string; permission: Permission },
): Promise<Decision<string>> {
  const rows = await tx.$queryRaw<{ classId: string; classRole: "student" | "assistant" | "teacher" }[]>`
    SELECT a."classId", me.role::text AS "classRole" FROM "Assignment" a
    JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = ${viewer.userId}::uuid
      AND me.state = 'active' AND me."leftAt" IS NULL
    WHERE a.id = ${assignmentId}::uuid FOR UPDATE OF a`
  const row = rows[0]
  if (!row) return refuse("missing", "results.noAssignment")
  if (!can(viewer, permission, row)) return refuse("forbidden", "results.gradeTeachersOnly")
  return allow(row.classId)
}
