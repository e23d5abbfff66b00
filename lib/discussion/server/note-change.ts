import "server-only"
import type { PostPlace } from "@/lib/discussion/server/load-post-place"
import { threadTopic } from "@/lib/discussion/thread/thread-topic"
import type { Transaction } from "@/lib/platform/database"
import { announce } from "@/lib/platform/notifications"

/**
 * Counts a change of a post and announces its thread, in the transaction of the change. The thread's row is locked from
 * here to the commit, so that whoever reads one number can read all changes up to it. Of a post that never stood nobody hears.
 */
export async function noteChange(
  tx: Transaction,
  place: Pick<PostPlace, "threadId" | "postId" | "seq" | "assignmentId" | "promptId" | "groupId">,
): Promise<void> {
  if (place.seq === null) return
  await tx.$executeRaw`
    WITH counted AS (
      UPDATE "Thread" SET "lastChange" = "lastChange" + 1 WHERE id = ${place.threadId}::uuid RETURNING "lastChange")
    UPDATE "Post" SET change = counted."lastChange" FROM counted WHERE "Post".id = ${place.postId}::uuid`
  await announce(tx, threadTopic(place))
}
