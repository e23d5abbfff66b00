import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideGradeReply, type ReplyFacts } from "@/lib/lesson/decide-grade-reply"
import type { GradeReplyInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { ownResults } from "@/lib/lesson/server/own-results"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { Prisma } from "@/lib/platform/generated/client"
import { isHeldGrade } from "@/lib/quiz/server/held-grade-store"

/**
 * A student's words about the comment on one grade of their own released results. Sent twice, it is one. Refuses as
 * `ownResults` and `decideGradeReply` do.
 */
export async function replyToGrade(
  viewer: Viewer,
  { assignmentId, itemId, id, body }: GradeReplyInput,
  now: Date,
): Promise<Decision<true>> {
  return rollingBack(async (tx) => {
    const own = await ownResults(tx, viewer, { assignmentId, permission: "gradeReply.write", now })
    if (!own.ok) return own
    const { attemptId, classId } = own.value
    const facts = await lockReplies(tx, { attemptId, itemId, id })
    if (facts.isThere) return allow(true)
    const decision = decideGradeReply(facts, body)
    if (!decision.ok) return decision
    const said = { id, attemptId, itemId, fromStudent: true, authorId: viewer.userId, createdAt: now }
    const { count } = await tx.gradeReply.createMany({
      data: [{ ...said, body: decision.value }],
      skipDuplicates: true,
    })
    if (count > 0)
      await appendEvent(tx, {
        kind: "grade.replied",
        actorId: viewer.userId,
        classId,
        assignmentId,
        subjectId: attemptId,
        data: { itemId },
      })
    return allow(true)
  })
}

type Place = { attemptId: string; itemId: string; id: string }

/** What stands of one graded answer, the attempt locked. */
async function lockReplies(
  tx: Transaction,
  { attemptId, itemId, id }: Place,
): Promise<ReplyFacts & { isThere: boolean }> {
  await tx.$queryRaw`SELECT id FROM "Attempt" WHERE id = ${attemptId}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<(ReplyFacts & { isThere: boolean })[]>`
    SELECT coalesce((SELECT s.numerator IS NOT NULL AND s.finding->'grade'->>'comment' <> ''
          AND NOT ${Prisma.raw(isHeldGrade("s", 't."assignmentId"'))}
        FROM "Scoring" s WHERE s."attemptId" = t.id AND s."itemId" = ${itemId}::uuid
        ORDER BY s.id DESC LIMIT 1), false) AS "hasComment",
      (SELECT count(*)::int FROM "GradeReply" r WHERE r."attemptId" = t.id AND r."itemId" = ${itemId}::uuid
        AND r."fromStudent" AND r."readAt" IS NULL) AS unread,
      EXISTS (SELECT FROM "GradeReply" r WHERE r.id = ${id}::uuid AND r."attemptId" = t.id) AS "isThere"
    FROM "Attempt" t WHERE t.id = ${attemptId}::uuid`
  return rows[0] ?? { hasComment: false, unread: 0, isThere: false }
}
