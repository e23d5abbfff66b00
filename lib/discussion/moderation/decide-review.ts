import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Change } from "@/lib/discussion/posts/decide-own-post"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { decideWhy } from "./decide-moderation"

export type ReviewFacts = { mayReview: boolean; state: StoredState }

/** May a post that waits be shown to everybody? */
export function decideLetThrough({ mayReview, state }: ReviewFacts): Decision<Change> {
  if (!mayReview) return refuse("forbidden", "discussion.mayNotReview")
  return allow(state === "held" ? "change" : "nothing")
}

/** May a post be given back to its author, to be changed and sent again? Null: it is so already. */
export function decideReturn({ mayReview, state }: ReviewFacts, reason: string): Decision<string | null> {
  if (!mayReview) return refuse("forbidden", "discussion.mayNotReview")
  if (state === "returned") return allow(null)
  if (state === "hidden") return refuse("conflict", "discussion.showFirst")
  if (state === "deleted") return refuse("conflict", "discussion.postGone")
  return decideWhy(reason)
}
