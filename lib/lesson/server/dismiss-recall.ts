import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { DismissRecallInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { ownResults } from "@/lib/lesson/server/own-results"
import { lockAttempt } from "@/lib/lesson/server/practice-store"
import { newId } from "@/lib/platform/ids"

/** "Not now": a recall is offered no more. One that was begun ends as it is. Refuses as `ownResults` does. */
export async function dismissRecall(
  viewer: Viewer,
  { assignmentId, kind }: DismissRecallInput,
  now: Date,
): Promise<Decision<true>> {
  return rollingBack(async (tx) => {
    const own = await ownResults(tx, viewer, { assignmentId, permission: "practice.take", now })
    if (!own.ok) return own
    const { attemptId } = own.value
    await lockAttempt(tx, attemptId)
    const { count } = await tx.rehearsal.updateMany({
      where: { attemptId, kind, endedAt: null },
      data: { endedAt: now },
    })
    const isEnded = count > 0 || (await tx.rehearsal.count({ where: { attemptId, kind } })) > 0
    if (!isEnded)
      await tx.rehearsal.create({
        data: { id: newId(), attemptId, kind, startedAt: now, endedAt: now },
        select: { id: true },
      })
    return allow(true)
  })
}
