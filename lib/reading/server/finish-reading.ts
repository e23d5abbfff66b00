import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { FinishReadingInput } from "@/lib/reading/input"

export type FinishedReading = { finishedAt: Date }

/** The student has read the text. Said again, the first time stands. */
export async function finishReading(
  viewer: Viewer,
  { assignmentId }: FinishReadingInput,
  now: Date,
): Promise<Decision<FinishedReading>> {
  return database().$transaction(async (tx) => {
    const ground = await findGround(tx, { assignmentId, userId: viewer.userId, now })
    if (!ground) return refuse("missing", "reading.noAssignment")
    if (!can(viewer, "attempt.take", { classRole: ground.role }))
      return refuse("forbidden", "reading.studentsOnly")
    const { finishedAt, isNew } = await setFinished(tx, {
      assignmentId,
      enrolmentId: ground.enrolmentId,
      now,
    })
    if (isNew) {
      const { classId } = ground
      await appendEvent(tx, { kind: "reading.finished", actorId: viewer.userId, classId, assignmentId })
    }
    return allow({ finishedAt })
  })
}

type Ground = { enrolmentId: string; classId: string; role: "student" | "assistant" | "teacher" }

async function findGround(
  tx: Transaction,
  { assignmentId, userId, now }: FinishReadingInput & { userId: string; now: Date },
): Promise<Ground | null> {
  const rows = await tx.$queryRaw<Ground[]>`
    SELECT e.id AS "enrolmentId", e."classId", e.role
    FROM "Assignment" a
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = ${userId}::uuid
         AND e.state = 'active' AND e."leftAt" IS NULL
    WHERE a.id = ${assignmentId}::uuid AND a."archivedAt" IS NULL AND a."opensAt" <= ${now}`
  return rows[0] ?? null
}

async function setFinished(
  tx: Transaction,
  { assignmentId, enrolmentId, now }: { assignmentId: string; enrolmentId: string; now: Date },
): Promise<{ finishedAt: Date; isNew: boolean }> {
  const rows = await tx.$queryRaw<{ finishedAt: Date }[]>`
    INSERT INTO "ReadingProgress" AS p ("assignmentId", "enrolmentId", "sentencesRead", "startedAt", "finishedAt")
    SELECT ${assignmentId}::uuid, ${enrolmentId}::uuid, count(*)::int, ${now}, ${now}
    FROM "Assignment" a JOIN "LessonVersion" v ON v.id = a."lessonVersionId"
    JOIN "RevisionSentence" s ON s."revisionId" = v."revisionId" WHERE a.id = ${assignmentId}::uuid
    ON CONFLICT ("assignmentId", "enrolmentId") DO UPDATE
      SET "finishedAt" = EXCLUDED."finishedAt", "sentencesRead" = EXCLUDED."sentencesRead"
      WHERE p."finishedAt" IS NULL
    RETURNING "finishedAt"`
  const written = rows[0]
  if (written) return { finishedAt: written.finishedAt, isNew: true }
  const where = { assignmentId_enrolmentId: { assignmentId, enrolmentId } }
  const { finishedAt } = await tx.readingProgress.findUniqueOrThrow({ where, select: { finishedAt: true } })
  return { finishedAt: finishedAt ?? now, isNew: false }
}
