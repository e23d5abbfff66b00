import { type Decision, refuse } from "@/lib/access/refusal"
import { decideOpen, type OpenFacts } from "@/lib/discussion/posts/decide-post"

/** May somebody ask for another post to answer? Whoever may answer here; staff choose for themselves. */
export function decideSkip(facts: OpenFacts, now: Date): Decision<null> {
  if (facts.isStaff) return refuse("forbidden", "discussion.noOfferForStaff")
  return decideOpen(facts, now)
}
