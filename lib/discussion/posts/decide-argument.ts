import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { SourceView } from "@/lib/discussion/thread/thread-view"
import { type CitedDraft, type CitedFacts, decideCitations } from "./decide-citations"
import { EDIT_MINUTES, editUntil } from "./decide-own-post"
import { type Move, openingMoves, replyMoves, type Side } from "./moves"

/** What a post says beside its words. Sentences by id, posts by public id. */
export type Argument = {
  move: Move
  side: Side | null
  sentenceIds: readonly string[]
  postIds: readonly string[]
  sources: readonly SourceView[]
}

export type ArgumentFacts = CitedFacts & {
  createdAt: Date
  isStaff: boolean
  isReply: boolean
  hasSides: boolean
  requiresRestatement: boolean
  /** It says what the post it answers says. */
  restates: boolean
  /** Somebody has answered it, and leans on what it says. */
  isAnswered: boolean
  /** Its author has an earlier post at the top: the first one says where they stand. */
  hasOpened: boolean
  argument: Argument
}

/** May this take the place of what a post says beside its words? Null: it is so already. */
export function decideArgument(facts: ArgumentFacts, asked: Argument, now: Date): Decision<Argument | null> {
  const argument = { ...asked, side: facts.isReply || !facts.hasSides ? null : asked.side }
  if (isSame(argument, facts.argument)) return allow(null)
  if (now >= editUntil(facts.createdAt))
    return refuse("conflict", "discussion.editTooLate", { params: { minutes: EDIT_MINUTES } })
  if (facts.isAnswered) return refuse("conflict", "discussion.editAnswered")
  if (!mayMove(facts, argument.move)) return refuse("invalid", "discussion.moveNotHere", { field: "move" })
  const sources = decideCitations(facts, citedDraft(argument))
  return sources.ok ? allow({ ...argument, sources: sources.value }) : sources
}

const citedDraft = ({ sentenceIds, postIds, sources }: Argument): CitedDraft => ({
  citedCount: sentenceIds.length,
  citedPostCount: postIds.length,
  sources,
})

function mayMove(facts: ArgumentFacts, move: Move): boolean {
  const before = facts.argument.move
  if (move === before) return true
  if (!staysRestating(facts, before, move)) return false
  return facts.isReply
    ? replyMoves.includes(move)
    : openingMoves(facts.hasOpened || facts.isStaff).includes(move)
}

/**
 * Does a post that becomes another kind still restate what it did? A restatement belongs to the post, and its author may
 * have been asked: none is made or unmade afterwards.
 */
export function staysRestating(
  { restates, requiresRestatement }: Pick<ArgumentFacts, "restates" | "requiresRestatement">,
  before: Move,
  move: Move,
): boolean {
  if (move === before) return true
  if (restates || move === "restate") return false
  return !requiresRestatement || (move !== "challenge" && before !== "challenge")
}

const isSame = (one: Argument, other: Argument): boolean => asText(one) === asText(other)

const asText = ({ move, side, sentenceIds, postIds, sources }: Argument): string =>
  JSON.stringify([
    move,
    side,
    sentenceIds,
    postIds,
    sources.map(({ title, address, publisher, published }) => [title, address, publisher, published]),
  ])
