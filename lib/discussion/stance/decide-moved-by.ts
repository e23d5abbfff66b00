import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import { MAX_REASON } from "./decide-stance"
import { type KeptMovedBy, type MovedMoment, NOTHING_MOVED } from "./moved-by"
import { type MomentFacts, momentState } from "./stance-moments"

/** What somebody says moved them: ids are a sentence of the text and a post by its public id. */
export type MovedDraft =
  | { kind: "sentence"; sentenceId: string }
  | { kind: "post"; postId: string }
  | { kind: "words"; words: string }
  | { kind: "nothing" }

export type MovedFacts = MomentFacts & {
  mayTake: boolean
  /** The stance of this moment is another than the one before. */
  moved: boolean
  /** The sentence stands in the text. */
  sentenceStands: boolean
  /** The row id of the post, where this reader sees it; else null. */
  seenPostId: string | null
}

/** May this be kept as what moved them, and as what? As long as the stance itself may change. */
export function decideMovedBy(
  facts: MovedFacts,
  { moment, by }: { moment: MovedMoment; by: MovedDraft },
  now: Date,
): Decision<KeptMovedBy> {
  if (!facts.mayTake) return refuse("forbidden", "discussion.mayNotTakeStance")
  const state = momentState(facts, moment, now)
  if (state === "notAsked") return refuse("missing", "discussion.noStanceAsked")
  if (state === "open" || state === "later") return refuse("conflict", "discussion.stanceLater")
  if (state !== "changeable") return refuse("conflict", "discussion.stanceClosed")
  if (!facts.moved) return refuse("conflict", "discussion.notMoved")
  return decideCause(facts, moment, by)
}

function decideCause(facts: MovedFacts, moment: MovedMoment, by: MovedDraft): Decision<KeptMovedBy> {
  if (by.kind === "nothing") return allow(NOTHING_MOVED)
  if (by.kind === "words") return decideWords(by.words)
  if (by.kind === "sentence") {
    if (!facts.sentenceStands) return refuse("invalid", "discussion.movedSentenceGone")
    return allow({ ...NOTHING_MOVED, movedBySentenceId: by.sentenceId })
  }
  // Before their own first post nobody has seen another's.
  if (facts.seenPostId === null || moment !== "after_discussion")
    return refuse("invalid", "discussion.movedPostGone")
  return allow({ ...NOTHING_MOVED, movedByPostId: facts.seenPostId })
}

function decideWords(words: string): Decision<KeptMovedBy> {
  const length = countVisible(words)
  if (length === 0) return refuse("invalid", "discussion.movedEmpty", { field: "words" })
  if (length > MAX_REASON)
    return refuse("invalid", "discussion.reasonTooLong", { field: "words", params: { max: MAX_REASON } })
  return allow({ ...NOTHING_MOVED, movedBy: cleanText(words) })
}
