import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent, type EventRecord } from "@/lib/platform/events"

/** What staff did with a post: put on record in the transaction that does it. */
export const recordAct = (tx: Transaction, act: EventRecord & { actorId: string }): Promise<void> =>
  appendEvent(tx, act)
