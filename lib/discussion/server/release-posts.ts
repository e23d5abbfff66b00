import "server-only"
import { noteAnswered } from "@/lib/discussion/server/notice-store"
import type { Transaction } from "@/lib/platform/database"
import { announce } from "@/lib/platform/notifications"

/** A post that was let through: its row, and the number by which its thread knows it. */
export type Released = { id: string; threadId: string; seq: number; isReply: boolean; isNew: boolean }

/**
 * Shows posts that wait (by row id). One that never stood in its thread gets the thread's next number, in the order they
 * began to wait; one that did keeps its own, and counts as changed. Threads are locked before their posts, as everywhere,
 * and both before anything is counted, so that numbers have no gaps. What no longer waits is left as it is.
 */
export async function releasePosts(tx: Transaction, ids: readonly string[], now: Date): Promise<Released[]> {
  await tx.$queryRaw`
    SELECT id FROM "Thread" WHERE id IN (SELECT "threadId" FROM "Post" WHERE id = ANY(${ids}::uuid[]))
    ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const released = await tx.$queryRaw<Released[]>`
    WITH due AS (
      SELECT id, "threadId", seq IS NULL AS fresh,
             count(*) FILTER (WHERE seq IS NULL) OVER (PARTITION BY "threadId" ORDER BY "heldAt", id) AS nth,
             count(*) FILTER (WHERE seq IS NOT NULL) OVER (PARTITION BY "threadId" ORDER BY "heldAt", id) AS "nthAgain"
      FROM "Post" WHERE id = ANY(${ids}::uuid[]) AND state = 'held'),
    sums AS (
      SELECT "threadId", count(*) FILTER (WHERE fresh) AS fresh, count(*) FILTER (WHERE NOT fresh) AS again
      FROM due GROUP BY "threadId"),
    counted AS (
      UPDATE "Thread" t SET "lastSeq" = t."lastSeq" + sums.fresh, "lastChange" = t."lastChange" + sums.again
      FROM sums WHERE t.id = sums."threadId"
      RETURNING t.id, t."lastSeq" - sums.fresh AS "seqBefore", t."lastChange" - sums.again AS "changeBefore")
    UPDATE "Post" po
    SET state = 'visible', "heldAt" = NULL,
        seq = CASE WHEN due.fresh THEN counted."seqBefore" + due.nth ELSE po.seq END,
        change = CASE WHEN due.fresh THEN po.change ELSE counted."changeBefore" + due."nthAgain" END
    FROM due JOIN counted ON counted.id = due."threadId"
    WHERE po.id = due.id
    RETURNING po.id, po."threadId", po.seq, po."parentId" IS NOT NULL AS "isReply", due.fresh AS "isNew"`
  await tellAnswered(tx, released, now)
  return released
}

/** Whom they answer hears of them now, as of any other answer. */
async function tellAnswered(tx: Transaction, released: readonly Released[], now: Date): Promise<void> {
  const fresh = released.filter(({ isNew, isReply }) => isNew && isReply).map(({ id }) => id)
  if (fresh.length === 0) return
  const told = await tx.$queryRawUnsafe<{ topic: string }[]>(TELL, fresh, now)
  for (const { topic } of told) await announce(tx, topic)
}

const TELL = `
  WITH kept AS (SELECT id, "parentId", seq, "aliasId" FROM "Post" WHERE id = ANY($1::uuid[]))
  ${noteAnswered(`kept."aliasId"`, "$2")}`
