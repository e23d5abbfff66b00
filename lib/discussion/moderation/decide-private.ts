import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decideWhy, MAX_WHY } from "./decide-moderation"

/** How long after a worry was reported what is private of its student may be opened for it. */
export const OPEN_DAYS = 14

export type PrivateFacts = {
  mayOpen: boolean
  isAuthorStudent: boolean
  /** When a worry about the post was reported last. */
  worriedAt: Date | null
}

type Reasons = { reason: string; untoldFor: string | null }

/** May what is private of this post's author be opened? For a worry, not long ago, and never without a reason. */
export function decideOpening(facts: PrivateFacts, asked: Reasons, now: Date): Decision<Reasons> {
  if (!facts.mayOpen) return refuse("forbidden", "discussion.mayNotOpenPrivate")
  if (!facts.isAuthorStudent || !isRecent(facts.worriedAt, now))
    return refuse("conflict", "discussion.noWorry", { params: { days: OPEN_DAYS } })
  const reason = decideWhy(asked.reason)
  if (!reason.ok || asked.untoldFor === null)
    return reason.ok ? allow({ reason: reason.value, untoldFor: null }) : reason
  const untoldFor = decideWhy(asked.untoldFor, { field: "untoldFor", max: MAX_WHY })
  return untoldFor.ok ? allow({ reason: reason.value, untoldFor: untoldFor.value }) : untoldFor
}

/** Is a worry recent enough for that? */
export const isRecent = (at: Date | null, now: Date): boolean =>
  at !== null && now.getTime() - at.getTime() < OPEN_DAYS * 86_400_000
