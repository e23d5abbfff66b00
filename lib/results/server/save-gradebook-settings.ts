import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { decideSettings } from "@/lib/results/gradebook/decide-settings"
import type { GradebookSettingsInput } from "@/lib/results/gradebook/gradebook-input"

export type SavedSettings = { version: number }

/**
 * What counts how much in a class, and what it is called: all of it at once. Refuses with "missing" (not their class),
 * "forbidden", "invalid", or "conflict" where it was changed by somebody since it was opened.
 */
export async function saveGradebookSettings(
  viewer: Viewer,
  input: GradebookSettingsInput,
  now: Date,
): Promise<Decision<SavedSettings>> {
  return database().$transaction(async (tx) => {
    const { classId, version } = input
    const room = await lockClass(tx, viewer.userId, classId)
    if (!room) return refuse("missing", "results.noClass")
    if (!can(viewer, "gradebook.edit", { classRole: room.role }))
      return refuse("forbidden", "results.gradebookTeachersOnly")
    const known = await tx.assignment.findMany({ where: { classId }, select: { id: true } })
    const decision = decideSettings(input, new Set(known.map(({ id }) => id)))
    if (!decision.ok) return decision
    if (room.version !== version) return refuse("conflict", "results.gradebookMeanwhile")
    await keep(tx, viewer, input, now)
    const data = { version: version + 1, categories: input.categories.length }
    await appendEvent(tx, { kind: "gradebook.changed", actorId: viewer.userId, classId, data })
    return allow({ version: version + 1 })
  })
}

type Room = { role: "student" | "assistant" | "teacher"; version: number }

/** The class as whoever is in it now may know it, locked against a second one who saves. */
async function lockClass(tx: Transaction, userId: string, classId: string): Promise<Room | null> {
  await tx.$queryRaw`SELECT id FROM "Class" WHERE id = ${classId}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<Room[]>`
    SELECT e.role::text AS role, coalesce(g.version, 0) AS version
    FROM "Enrolment" e LEFT JOIN "Gradebook" g ON g."classId" = e."classId"
    WHERE e."classId" = ${classId}::uuid AND e."userId" = ${userId}::uuid AND e.state = 'active' AND e."leftAt" IS NULL`
  return rows[0] ?? null
}

async function keep(
  tx: Transaction,
  viewer: Viewer,
  input: GradebookSettingsInput,
  now: Date,
): Promise<void> {
  const { classId, version, words, missingCounts, categories, placed } = input
  const data = {
    version: version + 1,
    lateWord: words.late || null,
    excusedWord: words.excused || null,
    missingWord: words.missing || null,
    missingCounts,
    updatedById: viewer.userId,
    updatedAt: now,
  }
  await tx.gradebook.upsert({ where: { classId }, create: { classId, ...data }, update: data })
  await tx.gradeCategory.deleteMany({ where: { classId } })
  const made = categories.map((category, position) => ({ id: newId(), classId, position, ...category }))
  await tx.gradeCategory.createMany({ data: made })
  await tx.categoryAssignment.createMany({
    data: Object.entries(placed).flatMap(([assignmentId, place]) => {
      const categoryId = made[place]?.id
      return categoryId ? [{ assignmentId, categoryId }] : []
    }),
  })
}
