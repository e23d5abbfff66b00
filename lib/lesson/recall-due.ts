import { daysBetween } from "./school-time"

/** When a few items of a quiz come back: how much of it has stayed. */
export type RecallKind = "one_week" | "three_weeks"

export const RECALL_KINDS: readonly RecallKind[] = ["one_week", "three_weeks"]

/** As a student's home shows it. */
export type RecallOffer = { assignmentId: string; title: string; kind: RecallKind; isBegun: boolean }

const DAYS_AFTER: Record<RecallKind, number> = { one_week: 7, three_weeks: 21 }
const DAYS_OFFERED = 14

/** The day from which the weeks are counted: that of the results or of handing in, whichever came later. */
export const recallSince = (handedInAt: Date, firstReleasedAt: Date | null): Date =>
  firstReleasedAt && firstReleasedAt > handedInAt ? firstReleasedAt : handedInAt

/**
 * Which recall is offered now, by the calendar of the school's zone: from the seventh day, and from the twenty-first, for
 * fourteen days each, as long as it was neither done nor put away (`ended`). Null: none.
 */
export function dueRecall(
  facts: { since: Date; ended: readonly RecallKind[] },
  now: Date,
  timeZone: string,
): RecallKind | null {
  const days = daysBetween(facts.since, now, timeZone)
  const isOffered = (kind: RecallKind) => days >= DAYS_AFTER[kind] && days < DAYS_AFTER[kind] + DAYS_OFFERED
  return RECALL_KINDS.find((kind) => isOffered(kind) && !facts.ended.includes(kind)) ?? null
}
