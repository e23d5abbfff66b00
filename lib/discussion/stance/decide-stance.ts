import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import { type Moment, type MomentFacts, momentState } from "./stance-moments"

export const MAX_REASON = 1000

/** "Prefers not to say" is an answer with nothing in it. */
export type StanceAnswer = {
  position: number | null
  confidence: number | null
  reason: string | null
}

export type StanceDraft =
  | { declined: true; moment: Moment }
  | { declined: false; moment: Moment; position: number; confidence: number; reason: string }

const DECLINED: StanceAnswer = { position: null, confidence: null, reason: null }

/** May this stance be kept for its moment, and as what? */
export function decideStance(
  facts: MomentFacts & { mayTake: boolean },
  draft: StanceDraft,
  now: Date,
): Decision<StanceAnswer> {
  if (!facts.mayTake) return refuse("forbidden", "discussion.mayNotTakeStance")
  const state = momentState(facts, draft.moment, now)
  if (state === "notAsked") return refuse("missing", "discussion.noStanceAsked")
  if (state === "later") return refuse("conflict", "discussion.stanceLater")
  if (state === "kept") return refuse("conflict", "discussion.stanceKept")
  if (state === "closed") return refuse("conflict", "discussion.stanceClosed")
  return draft.declined ? allow(DECLINED) : decideAnswer(draft)
}

function decideAnswer(draft: Extract<StanceDraft, { declined: false }>): Decision<StanceAnswer> {
  if (countVisible(draft.reason) > MAX_REASON)
    return refuse("invalid", "discussion.reasonTooLong", { field: "reason", params: { max: MAX_REASON } })
  const { position, confidence } = draft
  return allow({ position, confidence, reason: textOrNull(draft.reason) })
}

const textOrNull = (text: string): string | null => cleanText(text) || null
