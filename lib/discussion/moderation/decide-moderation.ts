import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Change } from "@/lib/discussion/posts/decide-own-post"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import type { PostState } from "@/lib/discussion/thread/thread-view"

export const MAX_WHY = 500

export type ReportFacts = { mayReport: boolean; isOwn: boolean; state: PostState; hasReported: boolean }

/** May this student report the post? Once each: a second report of theirs changes nothing. Null: nothing to keep. */
export function decideReport(facts: ReportFacts, reason: string): Decision<string | null> {
  if (!facts.mayReport) return refuse("forbidden", "discussion.mayNotReport")
  if (facts.isOwn) return refuse("conflict", "discussion.reportsOwn")
  if (facts.hasReported) return allow(null)
  if (facts.state !== "visible") return refuse("conflict", "discussion.postGone")
  return decideWhy(reason)
}

export type HideFacts = { mayHide: boolean; state: PostState }

/** May it be hidden from students? One that was taken back too, so that it cannot be put back. Null: hidden already. */
export function decideHide(facts: HideFacts, reason: string): Decision<string | null> {
  if (!facts.mayHide) return refuse("forbidden", "discussion.mayNotHide")
  if (facts.state === "hidden") return allow(null)
  return decideWhy(reason)
}

/** May it be shown again? What its author took back meanwhile stays taken back. */
export function decideShow(facts: HideFacts): Decision<Change> {
  if (!facts.mayHide) return refuse("forbidden", "discussion.mayNotHide")
  return allow(facts.state === "hidden" ? "change" : "nothing")
}

/** What a post becomes when it is shown again. */
export const stateWhenShown = (deletedAt: Date | null): PostState => (deletedAt ? "deleted" : "visible")

/** A reason as it will be kept: something that can be seen, and no longer than `MAX_WHY`. */
export function decideWhy(reason: string): Decision<string> {
  const length = countVisible(reason)
  if (length === 0) return refuse("invalid", "discussion.whyEmpty", { field: "reason" })
  if (length <= MAX_WHY) return allow(cleanText(reason))
  const params = { max: MAX_WHY, over: length - MAX_WHY }
  return refuse("invalid", "discussion.whyTooLong", { field: "reason", params })
}
