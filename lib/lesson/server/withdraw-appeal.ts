import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { WithdrawAppealInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { ownResults } from "@/lib/lesson/server/own-results"
import { appendEvent } from "@/lib/platform/events"

/**
 * Takes back an appeal that nobody has decided. Once it is gone, taking it back again changes nothing. Refuses as
 * `ownResults` does, and with "conflict" where a teacher was quicker.
 */
export async function withdrawAppeal(
  viewer: Viewer,
  { assignmentId, itemId }: WithdrawAppealInput,
  now: Date,
): Promise<Decision<true>> {
  return rollingBack(async (tx) => {
    const own = await ownResults(tx, viewer, { assignmentId, permission: "appeal.make", now })
    if (!own.ok) return own
    const { attemptId, classId } = own.value
    const { count } = await tx.appeal.deleteMany({ where: { attemptId, itemId, state: "open" } })
    if (count === 0) {
      const decided = await tx.appeal.count({ where: { attemptId, itemId } })
      return decided > 0 ? refuse("conflict", "quiz.appealDecided") : allow(true)
    }
    await appendEvent(tx, {
      kind: "appeal.withdrawn",
      actorId: viewer.userId,
      classId,
      assignmentId,
      subjectId: attemptId,
      data: { itemId },
    })
    return allow(true)
  })
}
