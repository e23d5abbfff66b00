import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { attemptDeadline } from "@/lib/quiz/own-deadline"

export type ReopenFacts = {
  state: "open" | "submitted"
  /** No attempt of the student was begun after it. */
  newest: boolean
  /** This student's own. */
  closesAt: Date
  /** This student has been shown what was right, or could look at any moment. */
  resultsReleased: boolean
  /** The assignment was put away: no student sees it. */
  putAway: boolean
}

export const REOPEN_MINUTES_MAX = 600

/** Whether an attempt that ended may go on, and until when: the minutes given, but never beyond the close. */
export function decideReopen(facts: ReopenFacts, minutes: number, now: Date): Decision<{ deadlineAt: Date }> {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > REOPEN_MINUTES_MAX)
    return refuse("invalid", "quiz.reopenMinutes", { params: { most: REOPEN_MINUTES_MAX }, field: "minutes" })
  if (facts.state === "open") return refuse("conflict", "quiz.openAlready")
  if (facts.putAway) return refuse("conflict", "quiz.reopenPutAway")
  if (!facts.newest) return refuse("conflict", "quiz.newerAttempt")
  if (facts.resultsReleased) return refuse("conflict", "quiz.reopenShown")
  if (now >= facts.closesAt) return refuse("conflict", "quiz.reopenClosed")
  return allow({ deadlineAt: attemptDeadline(now, minutes, facts.closesAt) })
}
