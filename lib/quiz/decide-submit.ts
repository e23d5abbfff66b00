export type AttemptFacts = { state: "open" | "submitted"; deadlineAt: Date | null }

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

/** Whether an attempt is over by its deadline. At the deadline itself it is still open. */
export const closesItself = ({ state, deadlineAt }: AttemptFacts, now: Date): boolean =>
  state === "open" && deadlineAt !== null && now > deadlineAt

/** What handing in with this key does: once. */
export function decideSubmit(attempt: SubmitFacts, submitKey: string | null, now: Date): SubmitDecision {
  if (attempt.state === "submitted") return { outcome: "repeated" }
  if (submitKey !== null && attempt.submitKey === submitKey) return { outcome: "stale" }
  if (attempt.deadlineAt && closesItself(attempt, now))
    return { outcome: "submit", endedBy: "deadline", submittedAt: attempt.deadlineAt }
  return { outcome: "submit", endedBy: "student", submittedAt: now }
}
