import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type HaltKind, isStopped } from "@/lib/discussion/moderation/halt"
import { decideFirstRestatement, type FirstRestatingFacts } from "@/lib/discussion/restating/restated-words"
import type { SourceView, StoredState } from "@/lib/discussion/thread/thread-view"
import { type CitedDraft, type CitedFacts, decideCitations } from "./decide-citations"
import { decideTurn, type TurnFacts } from "./decide-turn"
import { type Move, openingMoves, replyMoves, type Side } from "./moves"
import { cleanText, countVisible } from "./visible-text"

export const MAX_BODY = 5000

/** What is known where somebody wants to post. Times are the poster's own. */
export type PostingFacts = TurnFacts &
  CitedFacts & {
    mayWrite: boolean
    /** Staff are not held by the students' dates, nor by post-first. */
    isStaff: boolean
    opensAt: Date
    closesAt: Date
    /** The class or the assignment was put away. */
    archived: boolean
    /** What stops writing here; a freeze stops staff too. */
    halt: HaltKind | null
    /** Has a post of their own at the top of this thread. */
    hasPosted: boolean
    /** The time for a first post of their own is over: who has none may read and answer, and open nothing. */
    ownPostIsOver: boolean
    /** The prompt is one to agree or disagree with. */
    hasSides: boolean
  }

export type ReplyFacts = PostingFacts & FirstRestatingFacts & { parentState: StoredState }

export type PostDraft = CitedDraft & { move: Move; body: string; side: Side | null }

export type ReplyDraft = PostDraft & {
  /** The other's view in the writer's words. */
  restatement?: string
}

/** A post as it will be kept. */
export type AcceptedPost = {
  move: Move
  body: string
  side: Side | null
  sources: readonly SourceView[]
  restatement: string | null
}

/** May this post open the author's part of a thread? */
export function decidePost(facts: PostingFacts, draft: PostDraft, now: Date): Decision<AcceptedPost> {
  const open = decideOpen(facts, now)
  if (!open.ok) return open
  if (facts.ownPostIsOver && !facts.hasPosted && !facts.isStaff)
    return refuse("conflict", "discussion.ownPostOver")
  if (!openingMoves(facts.hasPosted).includes(draft.move))
    return refuse("invalid", "discussion.moveNotHere", { field: "move" })
  const turn = decideTurn(facts, now)
  if (!turn.ok) return turn
  return decideText(facts, draft, facts.hasSides ? draft.side : null)
}

/** May this post answer that one? A reply has no side of its own: its move says how it stands to its parent. */
export function decideReply(facts: ReplyFacts, draft: ReplyDraft, now: Date): Decision<AcceptedPost> {
  const open = decideOpen(facts, now)
  if (!open.ok) return open
  // Who has not posted may not know that there is anything to answer.
  if (!hasOpened(facts)) return refuse("missing", "discussion.noSuchPost")
  if (facts.parentState !== "visible") return refuse("conflict", "discussion.parentGone")
  if (!replyMoves.includes(draft.move)) return refuse("invalid", "discussion.moveNotHere", { field: "move" })
  const turn = decideTurn(facts, now)
  if (!turn.ok) return turn
  const text = decideText(facts, draft, null)
  if (!text.ok) return text
  const restated = decideFirstRestatement(facts, { ...draft, body: text.value.body })
  return restated.ok ? allow({ ...text.value, restatement: restated.value }) : restated
}

/** Has the thread opened for this person: by their own post, or by the end of the time for it? */
export const hasOpened = (facts: Pick<PostingFacts, "isStaff" | "hasPosted" | "ownPostIsOver">): boolean =>
  facts.isStaff || facts.hasPosted || facts.ownPostIsOver

export type OpenFacts = Pick<
  PostingFacts,
  "mayWrite" | "isStaff" | "opensAt" | "closesAt" | "archived" | "halt"
>

/** Is the discussion open to this person? */
export function decideOpen(facts: OpenFacts, now: Date): Decision<null> {
  if (!facts.mayWrite) return refuse("forbidden", "discussion.mayNotPost")
  if (facts.archived) return refuse("conflict", "discussion.archived")
  if (facts.halt && isStopped(facts.halt, facts.isStaff))
    return refuse("conflict", facts.halt === "frozen" ? "discussion.frozen" : "discussion.locked")
  if (facts.isStaff) return allow(null)
  if (now < facts.opensAt) return refuse("conflict", "discussion.notOpen")
  if (now >= facts.closesAt) return refuse("conflict", "discussion.closed")
  return allow(null)
}

/** The words of a post as they will be kept. */
export function decideBody(body: string): Decision<string> {
  const length = countVisible(body)
  if (length === 0) return refuse("invalid", "discussion.bodyEmpty", { field: "body" })
  if (length <= MAX_BODY) return allow(cleanText(body))
  const params = { max: MAX_BODY, over: length - MAX_BODY }
  return refuse("invalid", "discussion.bodyTooLong", { field: "body", params })
}

function decideText(facts: PostingFacts, draft: PostDraft, side: Side | null): Decision<AcceptedPost> {
  const body = decideBody(draft.body)
  if (!body.ok) return body
  const sources = decideCitations(facts, draft)
  if (!sources.ok) return sources
  return allow({ move: draft.move, body: body.value, side, sources: sources.value, restatement: null })
}
