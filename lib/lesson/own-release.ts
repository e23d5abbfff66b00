import type { OwnTerms } from "@/lib/lesson/own-terms"
import type { ReleaseFacts, ReleasePolicy } from "@/lib/quiz/release"

type Standing = {
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  /** Begun, finished or not. */
  attemptsUsed: number
  attemptState: "open" | "submitted" | null
}

/** What the release rule asks of one student's quiz. */
export function releaseFactsOf(
  { releasePolicy, releasedAt, attemptsUsed, attemptState }: Standing,
  terms: Pick<OwnTerms, "dueAt" | "closesAt" | "attemptsAllowed">,
): ReleaseFacts {
  const hasOpenAttempt = attemptState === "open"
  return {
    policy: releasePolicy,
    releasedAt,
    dueAt: terms.dueAt,
    closesAt: terms.closesAt,
    submittedAttempts: attemptsUsed - (hasOpenAttempt ? 1 : 0),
    hasOpenAttempt,
    attemptsLeft: Math.max(0, terms.attemptsAllowed - attemptsUsed),
  }
}
