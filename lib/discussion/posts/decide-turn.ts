import { allow, type Decision, refuse } from "@/lib/access/refusal"

/** What decides whether it is this person's turn to post. Times are the server's. */
export type TurnFacts = {
  /** Staff are not asked for the norms, nor held by pauses. */
  isStaff: boolean
  /** Said that they keep to the norms of the class, as they stand. */
  acceptedNorms: boolean
  /** Seconds between two posts of one student in a thread; 0: none. */
  slowSeconds: number
  /** When this person last posted in this thread. */
  lastPostAt: Date | null
}

/** May they post now? First the norms, once; then the pause since their last post. That instant itself is early enough. */
export function decideTurn(facts: TurnFacts, now: Date): Decision<null> {
  if (!facts.isStaff && !facts.acceptedNorms) return refuse("conflict", "discussion.normsFirst")
  const until = pauseUntil(facts)
  if (!until || now >= until) return allow(null)
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000)
  return refuse("limited", "discussion.tooSoon", {
    params: { minutes: Math.floor(seconds / 60), seconds: seconds % 60 },
  })
}

type PauseFacts = Omit<TurnFacts, "acceptedNorms">

/** Until when somebody waits before their next post in a thread; null where nothing holds them. */
export function pauseUntil({ isStaff, slowSeconds, lastPostAt }: PauseFacts): Date | null {
  if (isStaff || slowSeconds === 0 || !lastPostAt) return null
  return new Date(lastPostAt.getTime() + slowSeconds * 1000)
}
