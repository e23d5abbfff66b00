export type AttemptFacts = { state: "open" | "submitted"; deadlineAt: Date | null }

export type SubmitDecision =
  /** Was handed in or closed before: the same answer as then, nothing changes. */
  | { outcome: "repeated" }
  /** Hand it in now. */
  | { outcome: "submit"; endedBy: "student"; submittedAt: Date }
  /** Its time was over already: it closed then, with what was saved. */
  | { outcome: "submit"; endedBy: "deadline"; submittedAt: Date }

/** Whether an attempt is over by its deadline. At the deadline itself it is still open. */
export const closesItself = ({ state, deadlineAt }: AttemptFacts, now: Date): boolean =>
  state === "open" && deadlineAt !== null && now > deadlineAt

/** What handing in does: once. */
export function decideSubmit(attempt: AttemptFacts, now: Date): SubmitDecision {
  if (attempt.state === "submitted") return { outcome: "repeated" }
  if (attempt.deadlineAt && closesItself(attempt, now))
    return { outcome: "submit", endedBy: "deadline", submittedAt: attempt.deadlineAt }
  return { outcome: "submit", endedBy: "student", submittedAt: now }
}
