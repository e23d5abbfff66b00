/** When a student may see what was right. */
export type ReleasePolicy = "on_submit" | "after_due" | "after_close" | "by_teacher"

export type ReleaseFacts = {
  policy: ReleasePolicy
  /** When the teacher released the results by hand, whatever the policy. */
  releasedAt: Date | null
  /** This student's own dates. */
  dueAt: Date
  closesAt: Date
  submittedAttempts: number
  hasOpenAttempt: boolean
  /** Attempts this student could still start. */
  attemptsLeft: number
}

declare const released: unique symbol
/** Proof that the gate was passed: only `decideRelease` makes one, and a key opens for a browser with nothing else. */
export type Release = { readonly since: Date | null; readonly [released]: true }

export type ReleaseDecision =
  | { released: true; release: Release }
  /** Why not yet, and when, where the moment is known. */
  | {
      released: false
      reason: "nothingSubmitted" | "attemptOpen" | "attemptsLeft" | "teacher" | "time"
      at: Date | null
    }

/**
 * The one release rule. No page, route or export shows a key, a score or feedback to a student without it.
 * Results never show while an attempt is open, and never while, by the policy of showing them on submission, another
 * attempt could follow (the key would be known to it): those come when the quiz closes for the student.
 */
export function decideRelease(facts: ReleaseFacts, now: Date): ReleaseDecision {
  if (facts.hasOpenAttempt) return { released: false, reason: "attemptOpen", at: null }
  if (facts.submittedAttempts === 0) return { released: false, reason: "nothingSubmitted", at: null }
  if (facts.releasedAt && facts.releasedAt <= now) return pass(facts.releasedAt)
  const due = dueMoment(facts)
  if (due === "teacher") return { released: false, reason: "teacher", at: null }
  if (due === "now") return pass(null)
  if (due <= now) return pass(due)
  return { released: false, reason: facts.policy === "on_submit" ? "attemptsLeft" : "time", at: due }
}

/**
 * Since when results that are released now could first be seen; null where that was the moment of handing in. A release by
 * hand does not make them later than their policy did.
 */
export function firstReleasedAt(facts: ReleaseFacts, now: Date): Date | null {
  const due = dueMoment(facts)
  if (due === "now") return null
  const moments = [facts.releasedAt, due === "teacher" ? null : due].filter((one) => one !== null)
  return moments.filter((one) => one <= now).sort((one, other) => one.getTime() - other.getTime())[0] ?? null
}

function dueMoment(facts: ReleaseFacts): Date | "now" | "teacher" {
  if (facts.policy === "by_teacher") return "teacher"
  if (facts.policy === "after_due") return facts.dueAt
  if (facts.policy === "after_close") return facts.closesAt
  return facts.attemptsLeft > 0 ? facts.closesAt : "now"
}

const pass = (since: Date | null): ReleaseDecision => ({ released: true, release: { since } as Release })
