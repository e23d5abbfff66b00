import type { CitationView, FoundPost } from "@/lib/discussion/thread/thread-view"
import { type Moment, type MomentFacts, momentsAsked } from "./stance-moments"

/** The moments at which somebody can have moved. */
export const movedMoments = ["after_reading", "after_discussion"] as const
export type MovedMoment = (typeof movedMoments)[number]

/** What somebody says moved them, as it is kept: one of the three at most. None: nothing in particular. */
export type KeptMovedBy = {
  movedBy: string | null
  movedBySentenceId: string | null
  movedByPostId: string | null
}

export const NOTHING_MOVED: KeptMovedBy = { movedBy: null, movedBySentenceId: null, movedByPostId: null }

/** One's own answer, for oneself. A sentence or a post is null where it is no longer shown. */
export type OwnMovedBy =
  | { kind: "sentence"; sentence: CitationView | null }
  | { kind: "post"; post: FoundPost | null }
  | { kind: "words"; words: string }
  | { kind: "nothing" }

/** The moment that a moment is held against; null for the first. */
export function momentBefore(
  facts: Pick<MomentFacts, "hasStatement" | "promptCount">,
  moment: Moment,
): Moment | null {
  const asked = momentsAsked(facts)
  return asked[asked.indexOf(moment) - 1] ?? null
}

/** Whether somebody moved between two moments. Who preferred not to say at one of them did not, for all that is known. */
export const hasMoved = (from: number | null, to: number | null): boolean =>
  from !== null && to !== null && from !== to
