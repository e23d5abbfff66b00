import { allow, type Decision, refuse } from "@/lib/access/refusal"

export type StartFacts = {
  opensAt: Date
  /** This student's own. */
  closesAt: Date
  attemptsLeft: number
  /** This student has been shown what was right: that closes further attempts. */
  resultsReleased: boolean
}

/** Whether a new attempt may begin now. An attempt that is open already is simply gone on with: that is not asked here. */
export function decideStart(facts: StartFacts, now: Date): Decision<true> {
  if (now < facts.opensAt) return refuse("conflict", "quiz.notOpenYet")
  if (now >= facts.closesAt) return refuse("conflict", "quiz.closed")
  if (facts.resultsReleased) return refuse("conflict", "quiz.resultsShown")
  if (facts.attemptsLeft <= 0) return refuse("conflict", "quiz.noAttemptsLeft")
  return allow(true)
}
