import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { LONGEST_REPLY } from "@/lib/lesson/decide-grade-reply"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { AnswerReplyInput } from "@/lib/results/grading/grading-input"
import { lockAnswer } from "@/lib/results/server/grade-store"

/**
 * Marks what a student replied to a grade as read, and answers it where there are words. Sent twice, it is one. Refuses
 * with "missing" (not their class, or nothing was replied), "forbidden" or "invalid" (too long).
 */
export async function answerGradeReply(
  viewer: Viewer,
  { id, body: typed, ...place }: AnswerReplyInput,
  now: Date,
): Promise<Decision<true>> {
  return database().$transaction(async (tx) => {
    const answer = await lockAnswer(tx, viewer.userId, place)
    if (!answer) return refuse("missing", "results.noAnswer")
    if (!can(viewer, "results.grade", { classRole: answer.classRole }))
      return refuse("forbidden", "results.gradeTeachersOnly")
    const { attemptId, itemId, assignmentId } = place
    const body = typed.trim()
    if (body.length > LONGEST_REPLY)
      return refuse("invalid", "results.replyLong", { params: { most: LONGEST_REPLY }, field: "body" })
    const ofStudent = { attemptId, itemId, fromStudent: true }
    if ((await tx.gradeReply.count({ where: ofStudent })) === 0) return refuse("missing", "results.noReply")
    await tx.gradeReply.updateMany({ where: { ...ofStudent, readAt: null }, data: { readAt: now } })
    if (body === "") return allow(true)
    const said = { id, attemptId, itemId, fromStudent: false, authorId: viewer.userId, body, createdAt: now }
    const { count } = await tx.gradeReply.createMany({ data: [said], skipDuplicates: true })
    if (count > 0)
      await appendEvent(tx, {
        kind: "grade.answered",
        actorId: viewer.userId,
        classId: answer.classId,
        assignmentId,
        subjectId: attemptId,
        data: { itemId },
      })
    return allow(true)
  })
}
