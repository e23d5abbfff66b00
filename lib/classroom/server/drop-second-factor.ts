import "server-only"
import { endSessionsOf } from "@/lib/classroom/server/sessions"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** Takes a second step away that its owner cannot take any more. The caller has decided that the actor may. */
export async function dropSecondFactor(
  tx: Transaction,
  userId: string,
  actorId: string | null,
): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await endSessionsOf(tx, userId)
  await appendEvent(tx, { kind: "people.secondFactorCleared", actorId, subjectId: userId })
}
