import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { NoticesSeenInput } from "@/lib/discussion/input"
import { database } from "@/lib/platform/database"
import { announce, personTopic } from "@/lib/platform/notifications"

/** Takes everything up to the newest that was listed as read; what came meanwhile stays new. */
export async function markNoticesSeen(
  viewer: Viewer,
  { upTo }: NoticesSeenInput,
  now: Date,
): Promise<Decision<null>> {
  const where = { userId: viewer.userId, seenAt: null, id: { lte: BigInt(upTo) } }
  await database().$transaction(async (tx) => {
    await tx.notice.updateMany({ where, data: { seenAt: now } })
    await announce(tx, personTopic(viewer.userId))
  })
  return allow(null)
}
