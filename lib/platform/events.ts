import "server-only"
import type { Transaction } from "@/lib/platform/database"

export type EventRecord = {
  /** "attempt.submitted", "post.hidden", …: room and what happened. */
  kind: string
  actorId?: string | null
  classId?: string | null
  assignmentId?: string | null
  subjectId?: string | null
  /** Ids and counts only: no text, no answer, no stance. */
  data?: Record<string, string | number | boolean | null>
}

/** Appends to the log of events in the transaction of the change it records. */
export async function appendEvent(tx: Transaction, event: EventRecord): Promise<void> {
  await tx.event.create({
    data: {
      kind: event.kind,
      actorId: event.actorId ?? null,
      classId: event.classId ?? null,
      assignmentId: event.assignmentId ?? null,
      subjectId: event.subjectId ?? null,
      data: event.data ?? {},
    },
  })
}
