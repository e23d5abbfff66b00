import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { AuthorView, StoredState } from "@/lib/discussion/thread/thread-view"

/** Why staff are asked to look at a post: a watched word in it, or that it was changed after it was given back. */
export type FlagView =
  | { kind: "watched"; word: string; note: string; passage: string; at: number }
  | { kind: "changed"; at: number }

/** A post that waits, is flagged, or was given back, as staff of the class see it. Times in milliseconds since 1970. */
export type ReviewedPost = {
  id: string
  promptId: string
  promptPosition: number
  state: StoredState
  move: Move
  side: Side | null
  html: string
  /** What it says the answered post says, where that is not the whole of it. */
  restatedHtml: string | null
  createdAt: number
  isEdited: boolean
  /** It has stood in its thread, so that it has a place there to be opened. */
  hasStood: boolean
  author: AuthorView
  /** The post it answers, and its first words. */
  answers: { name: string; excerpt: string } | null
  /** Nobody of the staff has cleared these. */
  flags: FlagView[]
  /** Why it was given back, as long as its author has not sent it again. `by` is null where that person was erased. */
  returned: { reason: string; at: number; by: string | null } | null
  /** How often it was given back before. */
  timesReturned: number
}

export type ReviewView = {
  /** Posts of students wait here. */
  premoderated: boolean
  /** Longest first. */
  waiting: ReviewedPost[]
  flagged: ReviewedPost[]
  returned: ReviewedPost[]
}
