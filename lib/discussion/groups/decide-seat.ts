import { allow, type Decision, refuse } from "@/lib/access/refusal"

/** Where somebody wants to post, as far as groups decide it. */
export type SeatFacts = {
  /** A student in no group, where each group has its own thread. */
  needsGroup: boolean
  /** The thread their page showed is the one they are in now. */
  isHere: boolean
  /** Students do not read it any more. */
  isPast: boolean
}

/** May anything be posted here? */
export function decideSeat({ needsGroup, isHere, isPast }: SeatFacts): Decision<null> {
  if (needsGroup) return refuse("conflict", "discussion.needsGroup")
  if (!isHere) return refuse("conflict", "discussion.otherGroupNow")
  if (isPast) return refuse("conflict", "discussion.threadPast")
  return allow(null)
}
