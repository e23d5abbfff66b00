/** The three times somebody is asked where they stand. */
export const moments = ["before_reading", "after_reading", "after_discussion"] as const
export type Moment = (typeof moments)[number]

/** What is known of one student's way, without any stance. Times are the student's own. */
export type MomentFacts = {
  opensAt: Date
  closesAt: Date
  /** The class's summary was made: nothing may change any more. */
  frozen: boolean
  hasStatement: boolean
  promptCount: number
  /** The text was opened, in reading or beside the quiz. */
  textOpened: boolean
  /** Has a post of their own, and so has seen what others wrote. */
  hasPosted: boolean
  given: readonly Moment[]
}

/**
 * notAsked: this assignment has no such moment. later: something comes first. open: may be given.
 * changeable: given, and may be changed. kept: given, for good. closed: not given, and too late.
 */
export type MomentState = "notAsked" | "later" | "open" | "changeable" | "kept" | "closed"

/** The moments an assignment asks for: without prompts there is no discussion to stand before. */
export function momentsAsked(facts: Pick<MomentFacts, "hasStatement" | "promptCount">): readonly Moment[] {
  if (!facts.hasStatement) return []
  return facts.promptCount > 0 ? moments : ["before_reading", "after_discussion"]
}

/**
 * Where one moment stands. Moments are given in their order. One that was given may be changed until the next one
 * opens: when the text is opened, when the first post is made, when the assignment closes.
 */
export function momentState(facts: MomentFacts, moment: Moment, now: Date): MomentState {
  const asked = momentsAsked(facts)
  if (!asked.includes(moment)) return "notAsked"
  const given = facts.given.includes(moment)
  if (facts.frozen || now >= facts.closesAt) return given ? "kept" : "closed"
  if (now < facts.opensAt || !hasCome(facts, moment)) return "later"
  const next = asked[asked.indexOf(moment) + 1]
  if (given) return next && hasCome(facts, next) ? "kept" : "changeable"
  return isItsTurn(facts, asked, moment) ? "open" : "later"
}

/** A moment is given once all before it are, so that no earlier answer is written in hindsight. */
function isItsTurn(facts: MomentFacts, asked: readonly Moment[], moment: Moment): boolean {
  return asked.slice(0, asked.indexOf(moment)).every((earlier) => facts.given.includes(earlier))
}

function hasCome(facts: MomentFacts, moment: Moment): boolean {
  if (moment === "before_reading") return true
  if (moment === "after_reading" || facts.promptCount === 0) return facts.textOpened
  return facts.hasPosted
}

/**
 * Which moments are compared for the class. Neighbours only: whoever sees before with after reading, and after
 * reading with after discussion, must not also see the whole way, from which hidden numbers could be worked out.
 */
export const comparisonsOf = (promptCount: number): readonly (readonly [Moment, Moment])[] =>
  promptCount > 0
    ? [
        ["before_reading", "after_reading"],
        ["after_reading", "after_discussion"],
      ]
    : [["before_reading", "after_discussion"]]
