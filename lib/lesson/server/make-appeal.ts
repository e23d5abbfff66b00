import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideAppeal } from "@/lib/lesson/decide-appeal"
import type { MakeAppealInput } from "@/lib/lesson/input"
import { lockAppealedAnswer } from "@/lib/lesson/server/appeal-store"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { ownResults } from "@/lib/lesson/server/own-results"
import { appendEvent } from "@/lib/platform/events"

/**
 * "I think this is wrong", of one item of the student's own released results. Sent once: the same press again is the same
 * appeal. Refuses as `ownResults` and `decideAppeal` do.
 */
export async function makeAppeal(
  viewer: Viewer,
  { assignmentId, itemId, reason }: MakeAppealInput,
  now: Date,
): Promise<Decision<true>> {
  return rollingBack(async (tx) => {
    const own = await ownResults(tx, viewer, { assignmentId, permission: "appeal.make", now })
    if (!own.ok) return own
    const { attemptId, classId } = own.value
    const answer = await lockAppealedAnswer(tx, { attemptId, itemId })
    if (!answer) return refuse("missing", "quiz.nothingToAppeal")
    const decision = decideAppeal(answer, reason)
    if (!decision.ok || decision.value.outcome === "repeated") return decision.ok ? allow(true) : decision
    const data = { attemptId, itemId, reason: decision.value.reason, createdAt: now }
    await tx.appeal.create({ data, select: { itemId: true } })
    await appendEvent(tx, {
      kind: "appeal.made",
      actorId: viewer.userId,
      classId,
      assignmentId,
      subjectId: attemptId,
      data: { itemId },
    })
    return allow(true)
  })
}
