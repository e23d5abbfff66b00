import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { StartQuizInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

export type StartedQuiz = { quizStartedAt: Date | null }

/**
 * Begins the quiz of an assignment for its class, or lets nobody begin it any more; what is under way goes on. Pressed
 * twice, it keeps the first time.
 */
export async function startQuiz(
  viewer: Viewer,
  { assignmentId, started }: StartQuizInput,
  now: Date,
): Promise<Decision<StartedQuiz>> {
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.edit" })
    if (!found.ok) return found
    const { quizStartedAt: before, classId } = found.value
    if ((before !== null) === started) return allow({ quizStartedAt: before })
    const quizStartedAt = started ? now : null
    await tx.assignment.update({ where: { id: assignmentId }, data: { quizStartedAt } })
    const kind = started ? "quiz.started" : "quiz.held"
    await appendEvent(tx, { kind, actorId: viewer.userId, classId, assignmentId })
    return allow({ quizStartedAt })
  })
}
