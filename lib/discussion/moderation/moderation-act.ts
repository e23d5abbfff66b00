import type { ActRuleView } from "@/lib/discussion/moderation/rules-of-acts"
import type { AuthorView } from "@/lib/discussion/thread/thread-view"

/** What stands in the ledger. Each that can be undone is undone by an act of its own. */
export const actKinds = [
  "hidden",
  "shown",
  "locked",
  "unlocked",
  "frozen",
  "unfrozen",
  "reports_dismissed",
  "worry_taken",
  "private_opened",
  "name_revealed",
  "flags_cleared",
  "returned",
  "republished",
] as const
export type ActKind = (typeof actKinds)[number]

/** By which act each of those that can be undone is undone. */
export const undoings = {
  hidden: "shown",
  locked: "unlocked",
  frozen: "unfrozen",
  returned: "republished",
} as const satisfies Partial<Record<ActKind, ActKind>>

/** What this act undoes, or null. */
export const undoneKind = (kind: ActKind): ActKind | null =>
  (Object.keys(undoings) as (keyof typeof undoings)[]).find((one) => undoings[one] === kind) ?? null

/** An appeal as staff and its author see it. Times in milliseconds since 1970. */
export type AppealView = {
  words: string
  at: number
  /** Null: nobody has decided. */
  granted: boolean | null
  answer: string | null
  decidedAt: number | null
  /** Decided by whoever did what it was against, since there is no other teacher. */
  byActor: boolean
}

/** A line of the ledger. */
export type LedgerLine = ActRuleView & {
  id: string
  kind: ActKind
  at: number
  /** Null where that person was erased. */
  by: string | null
  reason: string
  /** Why the student concerned was not told of it. */
  untoldFor: string | null
  assignment: { id: string; title: string } | null
  prompt: { id: string; position: number } | null
  post: { id: string; author: AuthorView } | null
  isUndone: boolean
  appeal: AppealView | null
}

/** An act on a post of one's own, in the list of them. */
export type OwnActLine = OwnActView & {
  kind: ActKind
  by: string | null
  postId: string
  promptId: string
  promptPosition: number
  isUndone: boolean
}

/** What was done with a post, as its author is told. */
export type OwnActView = ActRuleView & {
  reason: string
  at: number
  appeal: AppealView | null
}
