import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { ReportKind } from "@/lib/discussion/moderation/rules-of-acts"
import type { Change } from "@/lib/discussion/posts/decide-own-post"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import type { StoredState } from "@/lib/discussion/thread/thread-view"

export const MAX_WHY = 500

export type ReportFacts = {
  mayReport: boolean
  isOwn: boolean
  state: StoredState
  hasReported: boolean
  /** Said already that they are worried about somebody. */
  hasWorried: boolean
}

/**
 * May this student report the post? Once each: a second report of theirs changes nothing, but that a worry gets through.
 * Null: nothing to keep. Words are asked for only where the kind says nothing.
 */
export function decideReport(facts: ReportFacts, kind: ReportKind, reason: string): Decision<string | null> {
  if (!facts.mayReport) return refuse("forbidden", "discussion.mayNotReport")
  if (facts.isOwn) return refuse("conflict", "discussion.reportsOwn")
  if (kind === "worried" ? facts.hasWorried : facts.hasReported) return allow(null)
  if (facts.state !== "visible") return refuse("conflict", "discussion.postGone")
  if (kind !== "other" && countVisible(reason) === 0) return allow("")
  return decideWhy(reason)
}

export type HideFacts = { mayHide: boolean; state: StoredState }

/** May it be hidden from students? One that was taken back too, so that it cannot be put back. Null: hidden already. */
export function decideHide(facts: HideFacts, reason: string): Decision<string | null> {
  if (!facts.mayHide) return refuse("forbidden", "discussion.mayNotHide")
  if (facts.state === "hidden") return allow(null)
  if (facts.state === "held" || facts.state === "returned")
    return refuse("conflict", "discussion.hiddenAnyway")
  return decideWhy(reason)
}

/** May it be shown again? What its author took back meanwhile stays taken back. */
export function decideShow(facts: HideFacts): Decision<Change> {
  if (!facts.mayHide) return refuse("forbidden", "discussion.mayNotHide")
  return allow(facts.state === "hidden" ? "change" : "nothing")
}

/** What became of a post, apart from its being hidden: each is kept until its own opposite is done. */
export type Beneath = { deletedAt: Date | null; returnedAt: Date | null; heldAt: Date | null }

/** What a post is when it is shown again, and the states before that when its author puts it back. */
export function stateBeneath({ deletedAt, returnedAt, heldAt }: Beneath): StoredState {
  if (deletedAt) return "deleted"
  if (returnedAt) return "returned"
  return heldAt ? "held" : "visible"
}

/** A reason as it will be kept; never an empty one. */
export function decideWhy(
  reason: string,
  { field, max } = { field: "reason", max: MAX_WHY },
): Decision<string> {
  const length = countVisible(reason)
  if (length === 0) return refuse("invalid", "discussion.whyEmpty", { field })
  if (length <= max) return allow(cleanText(reason))
  const params = { max, over: length - max }
  return refuse("invalid", "discussion.whyTooLong", { field, params })
}
