export type AttemptFacts = {
  state: "open" | "submitted"
  deadlineAt: Date | null
  /** How long after the deadline answers still arrive that were given in time. */
  graceMinutes: number
}

export type SubmitFacts = AttemptFacts & {
  /** Idempotency key of the submission that last closed it; it stays when a teacher reopens the attempt. */
  submitKey: string | null
}

export type SubmitDecision =
  /** The network's late repetition of a submission from before a teacher reopened it: must not end it again. */
  | { outcome: "stale" }
  /** Was handed in or closed before: the same answer as then, nothing changes. */
  | { outcome: "repeated" }
  /** Hand it in now. */
  | { outcome: "submit"; endedBy: "student"; submittedAt: Date }
  /** Its time was over already: it closed then, with what was saved. */
  | { outcome: "submit"; endedBy: "deadline"; submittedAt: Date }

const MINUTE = 60_000

/** The last moment at which an answer is taken as one in time. Null: there is no end. */
export const takenUntil = ({
  deadlineAt,
  graceMinutes,
}: Pick<AttemptFacts, "deadlineAt" | "graceMinutes">): Date | null =>
  deadlineAt && new Date(deadlineAt.getTime() + graceMinutes * MINUTE)

/** Whether an attempt is over by itself. At the last moment it is still open. */
export function closesItself(attempt: AttemptFacts, now: Date): boolean {
  const until = takenUntil(attempt)
  return attempt.state === "open" && until !== null && now > until
}

/** What handing in with this key does: once. */
export function decideSubmit(attempt: SubmitFacts, submitKey: string | null, now: Date): SubmitDecision {
  if (attempt.state === "submitted") return { outcome: "repeated" }
  if (submitKey !== null && attempt.submitKey === submitKey) return { outcome: "stale" }
  // Grace is for answers on their way: whoever hands in during it hands in what there was at the deadline.
  if (attempt.deadlineAt && now > attempt.deadlineAt)
    return { outcome: "submit", endedBy: "deadline", submittedAt: attempt.deadlineAt }
  return { outcome: "submit", endedBy: "student", submittedAt: now }
}
