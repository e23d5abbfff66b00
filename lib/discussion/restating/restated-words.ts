import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Move } from "@/lib/discussion/posts/moves"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"

/** A restatement, or what somebody says they meant, in visible characters. */
export const MAX_RESTATED = 5000

/** The words of a restatement as they will be kept. */
export const decideRestated = (words: string): Decision<string> =>
  decideWords(words, {
    field: "restatement",
    empty: "discussion.restatementEmpty",
    tooLong: "discussion.restatementTooLong",
  })

/** What somebody meant whom a restatement did not quite meet, as it will be kept. */
export const decideMeant = (words: string): Decision<string> =>
  decideWords(words, { field: "meant", empty: "discussion.meantEmpty", tooLong: "discussion.meantTooLong" })

function decideWords(
  words: string,
  about: { field: string; empty: string; tooLong: string },
): Decision<string> {
  const { field, empty, tooLong } = about
  const length = countVisible(words)
  if (length === 0) return refuse("invalid", empty, { field })
  if (length <= MAX_RESTATED) return allow(cleanText(words))
  return refuse("invalid", tooLong, { field, params: { max: MAX_RESTATED, over: length - MAX_RESTATED } })
}

export type FirstRestatingFacts = {
  /** A challenge has to begin with the other's view. */
  requiresRestatement: boolean
  /** The post that is answered is the writer's own: there is nobody to ask whether they were understood. */
  answersOwn: boolean
}

/**
 * What a reply says that the post it answers says: a challenge opens with it, a reply that only restates is it.
 * `body` as it will be kept. Null: nothing, where nothing has to be.
 */
export function decideFirstRestatement(
  { requiresRestatement, answersOwn }: FirstRestatingFacts,
  { move, body, restatement = "" }: { move: Move; body: string; restatement?: string },
): Decision<string | null> {
  const isGiven = countVisible(restatement) > 0
  if (answersOwn && (move === "restate" || isGiven))
    return refuse("invalid", "discussion.restatesOwn", { field: "restatement" })
  if (isGiven && move !== "challenge")
    return refuse("invalid", "discussion.restatementNotHere", { field: "restatement" })
  if (move === "restate") return allow(body)
  if (isGiven) return decideRestated(restatement)
  if (move === "challenge" && requiresRestatement && !answersOwn)
    return refuse("invalid", "discussion.restatementMissing", { field: "restatement" })
  return allow(null)
}
