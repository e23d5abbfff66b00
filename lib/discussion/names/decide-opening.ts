import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decideWhy } from "@/lib/discussion/moderation/decide-moderation"
import type { PostNames } from "@/lib/discussion/names/names-shown"

export type OpeningFacts = {
  mayOpen: boolean
  postNames: PostNames
  /** The author is staff of the class, who sign with their names. */
  isStaff: boolean
  isOpened: boolean
}

/** May a teacher open the name behind a pseudonym, for this reason? Null: it is open already, and its first reason stays. */
export function decideOpening(facts: OpeningFacts, reason: string): Decision<string | null> {
  if (!facts.mayOpen) return refuse("forbidden", "discussion.mayNotOpenName")
  if (facts.postNames !== "sealed" || facts.isStaff) return refuse("conflict", "discussion.nameNotSealed")
  if (facts.isOpened) return allow(null)
  return decideWhy(reason)
}
