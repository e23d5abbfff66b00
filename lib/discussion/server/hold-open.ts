import "server-only"
import type { PostPlace } from "@/lib/discussion/server/load-post-place"
import type { Transaction } from "@/lib/platform/database"

type Held = Pick<PostPlace, "threadId" | "classId">

/**
 * Holds a thread, then its class, in the order in which a new post does: until the commit nobody locks the one or freezes
 * the other. False where that was done meanwhile; then nothing may be written.
 */
export async function holdOpen(
  tx: Transaction,
  { threadId, classId }: Held,
  isStaff: boolean,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH held AS (
      SELECT id FROM "Thread" WHERE id = ${threadId}::uuid AND ("lockedAt" IS NULL OR ${isStaff}) FOR UPDATE)
    SELECT held.id FROM held, "Class" c
    WHERE c.id = ${classId}::uuid AND c."discussionsFrozenAt" IS NULL FOR SHARE OF c`
  return rows.length > 0
}

/** Holds a thread, locked or not: every change of a post takes this first, so that no two wait for each other. */
export async function holdThread(tx: Transaction, threadId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Thread" WHERE id = ${threadId}::uuid FOR UPDATE`
}
