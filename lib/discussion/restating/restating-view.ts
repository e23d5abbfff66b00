import { rewordUntil } from "./decide-restating"
import {
  asksForNewRound,
  canBeSettled,
  lastOf,
  type RestatingState,
  roundsOf,
  stateOf,
  type Wording,
} from "./wordings"

/** A restatement as the server knows it; never leaves it whole. */
export type KnownRestating = {
  /** This reader wrote the restated post. */
  isRestated: boolean
  wordings: (Wording & {
    /** The words as typed, for their writer alone. */
    body: string | null
    html: string
    meantHtml: string | null
    ruledBy: string | null
  })[]
}

/** One round as its readers get it. The moment in milliseconds since 1970. */
export type RoundView = {
  number: number
  html: string
  createdAt: number
  state: RestatingState
  /** What the author of the restated post meant, where it was not quite that. */
  meantHtml: string | null
  /** The teacher who settled it; null also where that person was erased. */
  ruledBy: string | null
}

/** A restatement as one reader gets it. */
export type RestatingView = {
  /** In order; the last one stands. */
  rounds: [RoundView, ...RoundView[]]
  /** The words of the round that stands are not its first ones. */
  wasEdited: boolean
  /** It restates what this reader wrote. */
  ofYou: boolean
  /** This reader is asked whether that is their view. */
  asksYou: boolean
  /** For whoever wrote it: the words as typed, and until when they may be changed; `until` null: a new round. */
  reword: { words: string; until: number | null } | null
  maySettle: boolean
}

type Reader = {
  isRestater: boolean
  /** May write here now. */
  mayPost: boolean
  /** Settles restatements of this class. */
  settles: boolean
  now: Date
}

/** What a reader gets of a restatement, and what they may do with it, as the rules would answer now. */
export function restatingView(
  { isRestated, wordings }: KnownRestating,
  { isRestater, mayPost, settles, now }: Reader,
): RestatingView | null {
  const [first, ...rounds] = roundsOf(wordings).map(roundView)
  const last = lastOf(wordings)
  if (!first || !last) return null
  const state = stateOf(last)
  return {
    rounds: [first, ...rounds],
    wasEdited: wordings.length > rounds.length + 1,
    ofYou: isRestated,
    asksYou: mayPost && isRestated && state === "waiting",
    reword: mayPost && isRestater ? rewordView(wordings, now) : null,
    maySettle: mayPost && settles && !isRestater && !isRestated && canBeSettled(wordings),
  }
}

const roundView = ({ number, html, createdAt, meantHtml, ruledBy, ...how }: Known): RoundView => ({
  number,
  html,
  createdAt,
  state: stateOf(how),
  meantHtml,
  ruledBy,
})

type Known = KnownRestating["wordings"][number]

function rewordView(wordings: readonly Known[], now: Date): RestatingView["reword"] {
  const last = lastOf(wordings)
  if (last?.body == null) return null
  const state = stateOf(last)
  if (asksForNewRound(state)) return { words: last.body, until: null }
  const until = rewordUntil(wordings)
  return state === "waiting" && now < until ? { words: last.body, until: until.getTime() } : null
}
