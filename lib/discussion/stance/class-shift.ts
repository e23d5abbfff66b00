import type { CitationView, FoundPost } from "@/lib/discussion/thread/thread-view"
import type { Moment } from "./stance-moments"
import type { Direction } from "./summarise-moved"
import type { ShiftSummary } from "./summarise-shift"

/** What moved at least five people, as one reader may see it. A post is null where it is no longer shown. */
export type CauseView =
  | { kind: "sentence"; people: number; sentence: CitationView }
  | { kind: "post"; people: number; post: FoundPost | null }

/** Who moved between two moments, and what moved them; `moved` is null where nobody was asked. */
export type ClassShift = {
  from: Moment
  to: Moment
  summary: ShiftSummary
  moved: Record<Direction, CauseView[]> | null
}
