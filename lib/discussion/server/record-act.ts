import "server-only"
import { type ActAbout, appendAct, type NewAct } from "@/lib/discussion/server/ledger-store"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent, type EventRecord } from "@/lib/platform/events"

type ByStaff = EventRecord & { actorId: string }
type LedgerPart = Omit<NewAct, "actorId">

/** What staff did with a post: put on record, and in the ledger, in the transaction that does it. */
export async function recordAct(tx: Transaction, event: ByStaff, act: LedgerPart): Promise<void> {
  await appendEvent(tx, event)
  await appendAct(tx, { ...act, actorId: event.actorId })
}

/** Was a post given back, and has nobody of the staff let it in again since? Row ids. */
export async function isOutstanding(tx: Transaction, { postId }: ActAbout): Promise<boolean> {
  const where = { postId, kind: "returned" as const, undoneBy: null }
  return postId !== undefined && (await tx.moderationAct.count({ where })) > 0
}
