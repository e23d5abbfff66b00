import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decideWhy } from "./decide-moderation"

export const MAX_APPEAL = 1000

export type AppealFacts = {
  /** The post is one's own. */
  isOwn: boolean
  /** There is an act against it that stands. */
  hasAct: boolean
  /** That act was appealed against already. */
  hasAppealed: boolean
}

/** May the author ask that this be looked at again? Once for each act. Null: it was asked already. */
export function decideAppeal(facts: AppealFacts, words: string): Decision<string | null> {
  if (!facts.isOwn) return refuse("missing", "discussion.noSuchPost")
  if (facts.hasAppealed) return allow(null)
  if (!facts.hasAct) return refuse("conflict", "discussion.nothingToAppeal")
  return decideWhy(words, { field: "words", max: MAX_APPEAL })
}

export type AppealDecisionFacts = {
  mayDecide: boolean
  isOpen: boolean
  /** Whoever decides did what is appealed against. */
  isActor: boolean
  /** There is a teacher of the class who did not. */
  hasOtherTeacher: boolean
}

/** May this person answer the appeal? Whoever acted leaves it to another teacher, where there is one. */
export function decideAnswer(facts: AppealDecisionFacts, answer: string): Decision<string> {
  if (!facts.mayDecide) return refuse("forbidden", "discussion.mayNotDecideAppeal")
  if (!facts.isOpen) return refuse("conflict", "discussion.appealDecided")
  if (facts.isActor && facts.hasOtherTeacher) return refuse("forbidden", "discussion.appealNotOwn")
  return decideWhy(answer, { field: "answer", max: MAX_APPEAL })
}
