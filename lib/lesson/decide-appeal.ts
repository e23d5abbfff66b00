import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import { LONGEST_REASON, SHORTEST_REASON } from "@/lib/lesson/appeal-length"
import { type AppealableFacts, isAppealable } from "@/lib/quiz/appealable"

export type AppealFacts = AppealableFacts & {
  /** The reason of the appeal that stands already; null where there is none. */
  standing: string | null
}

/** `send`: the reason as it is kept. `repeated`: the same press once more. */
export type AppealDecision = { outcome: "send"; reason: string } | { outcome: "repeated" }

/**
 * A student's "I think this is wrong". Refuses with "missing" where the answer has no score to speak of, with "invalid"
 * where the reason is too short or long for a reader, and with "conflict" where another was sent before.
 */
export function decideAppeal(facts: AppealFacts, written: string): Decision<AppealDecision> {
  const reason = cleanText(written)
  if (facts.standing !== null)
    return facts.standing === reason ? allow({ outcome: "repeated" }) : refuse("conflict", "quiz.appealSent")
  if (!isAppealable(facts)) return refuse("missing", "quiz.nothingToAppeal")
  const field = "reason"
  if (countVisible(reason) < SHORTEST_REASON)
    return refuse("invalid", "quiz.appealShort", { field, params: { least: SHORTEST_REASON } })
  if ([...reason].length > LONGEST_REASON)
    return refuse("invalid", "quiz.appealLong", { field, params: { most: LONGEST_REASON } })
  return allow({ outcome: "send", reason })
}
