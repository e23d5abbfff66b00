import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { EDIT_MINUTES, editUntil } from "@/lib/discussion/posts/decide-own-post"
import { decideOpen, type OpenFacts } from "@/lib/discussion/posts/decide-post"
import { decideMeant, decideRestated } from "./restated-words"
import {
  asksForNewRound,
  canBeSettled,
  lastOf,
  type RestatingAnswer,
  type Ruling,
  roundBegan,
  stateOf,
  type Wording,
} from "./wordings"

export type KnownWording = Wording & { body: string; meant: string | null }

/** What is known of a restatement, and of whoever wants to do something with it. */
export type RestatingFacts = OpenFacts & {
  /** Wrote the restatement. */
  isRestater: boolean
  /** Wrote the post that it restates. */
  isRestated: boolean
  maySettle: boolean
  /** Both posts can be read: neither is hidden nor taken back. */
  bothStand: boolean
  /** In order of writing; none where the post restates nothing. */
  wordings: readonly KnownWording[]
}

export type GivenAnswer = { number: number; answer: RestatingAnswer; meant: string }
export type AcceptedAnswer = { answer: RestatingAnswer; meant: string | null }

/** May the author of the restated post answer this wording so? Null: it is answered so already. */
export function decideAnswer(
  facts: RestatingFacts,
  given: GivenAnswer,
  now: Date,
): Decision<AcceptedAnswer | null> {
  if (!facts.isRestated) return refuse("forbidden", "discussion.notAsked")
  const standing = decideStanding(facts, now)
  if (!standing.ok) return standing
  const meant = given.answer === "yes" ? allow(null) : decideMeant(given.meant)
  if (!meant.ok) return meant
  const asked = facts.wordings.find(({ number }) => number === given.number)
  if (asked?.answer === given.answer && asked.meant === meant.value) return allow(null)
  if (asked?.answer) return refuse("conflict", "discussion.answeredAlready")
  if (!asked || asked !== standing.value) return refuse("conflict", "discussion.wordedAnew")
  if (asked.ruling) return refuse("conflict", "discussion.settledAlready")
  return allow({ answer: given.answer, meant: meant.value })
}

export type GivenWording = {
  /** The wording that it takes the place of. */
  number: number
  words: string
}

/**
 * May the writer put it into other words? While nobody has answered, for as long as a post may be edited; as a new round
 * when it was not quite, or not fair. Null: those words stand already.
 */
export function decideReword(
  facts: RestatingFacts,
  { number, words }: GivenWording,
  now: Date,
): Decision<{ words: string } | null> {
  if (!facts.isRestater) return refuse("forbidden", "discussion.notYours")
  const standing = decideStanding(facts, now)
  if (!standing.ok) return standing
  const last = standing.value
  const restated = decideRestated(words)
  if (!restated.ok) return restated
  if (restated.value === last.body) return allow(null)
  if (last.number !== number) return refuse("conflict", "discussion.changedMeanwhile")
  const state = stateOf(last)
  if (state === "waiting" && !isInTime(facts.wordings, now))
    return refuse("conflict", "discussion.rewordTooLate", { params: { minutes: EDIT_MINUTES } })
  if (state !== "waiting" && !asksForNewRound(state)) return refuse("conflict", "discussion.restatingOver")
  return allow({ words: restated.value })
}

/** Until when the last round may be put into other words while nobody has answered it. */
export const rewordUntil = (wordings: readonly Wording[]): Date =>
  editUntil(new Date(roundBegan(wordings) ?? 0))

const isInTime = (wordings: readonly Wording[], now: Date): boolean => now < rewordUntil(wordings)

/** May a teacher say so where the two did not agree? Null: it is settled so already. */
export function decideRuling(
  facts: RestatingFacts,
  { number, ruling }: { number: number; ruling: Ruling },
  now: Date,
): Decision<Ruling | null> {
  if (!facts.maySettle) return refuse("forbidden", "discussion.mayNotSettle")
  if (facts.isRestater || facts.isRestated) return refuse("forbidden", "discussion.settlesOwn")
  const standing = decideStanding(facts, now)
  if (!standing.ok) return standing
  const last = standing.value
  if (last.number !== number) return refuse("conflict", "discussion.wordedAnew")
  if (last.ruling === ruling) return allow(null)
  if (last.ruling) return refuse("conflict", "discussion.settledAlready")
  if (!canBeSettled(facts.wordings)) return refuse("conflict", "discussion.nothingToSettle")
  return allow(ruling)
}

/** The wording that stands, where something can be done with it. */
function decideStanding(facts: RestatingFacts, now: Date): Decision<KnownWording> {
  const open = decideOpen(facts, now)
  if (!open.ok) return open
  const last = lastOf(facts.wordings)
  if (!last) return refuse("missing", "discussion.noRestatement")
  if (!facts.bothStand) return refuse("conflict", "discussion.restatedGone")
  return allow(last)
}
