import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { ItemKey } from "@/lib/quiz/item-key"
import { pointsPossible } from "../item-points"
import { compareScores, type ScoreChanges } from "./compare-scores"
import { fingerprintOf } from "./fingerprint"
import type { FixFacts, ItemAttempt } from "./fix-facts"
import type { Fix } from "./fix-input"
import { fixesFor } from "./fixes-for"
import type { ItemState } from "./item-state"
import { type MendedKey, mendKey } from "./mend-key"
import { quizScores, withScorings } from "./quiz-scores"
import { isGiven, type NewScoring, rescore } from "./rescore"
import { currentState } from "./state-of"

/** All that a fix will do, and to whom. Nothing of it is done. */
export type FixPlan = ScoreChanges & {
  before: ItemState
  /** Its key revision is that of before: a new key gets its own when it is written. */
  after: ItemState
  newKey: MendedKey | null
  scorings: NewScoring[]
  /** Enrolments that keep what a teacher gave them for the item. */
  kept: string[]
  possible: { before: number; after: number }
  /** What all this was worked out of: another means that it no longer holds. */
  basedOn: string
}

/**
 * What a fix comes to. Refuses with "conflict" what the item cannot have, or what is so already, and with "invalid" a key that
 * is none.
 */
export function planFix(facts: FixFacts, fix: Fix): Decision<FixPlan> {
  const { item, items } = facts
  if (!fixesFor(item, items).kinds.includes(fix.kind)) return refuse("conflict", "results.fixNotOffered")
  const before = currentState(item)
  if (fix.kind === "rekey" || fix.kind === "accept") {
    const mended = mendKey(item, fix)
    if (!mended.ok) return mended
    const key = new ItemKey({ ...mended.value, keyRevision: (before.keyRevision ?? 0) + 1 })
    const scorings = rescore(item, key, facts.itemAttempts)
    const kept = facts.itemAttempts.filter(isGiven).map(({ enrolmentId }: ItemAttempt) => enrolmentId)
    const plan = { before, after: before, newKey: mended.value, scorings, kept: [...new Set(kept)] }
    return allow({ ...plan, ...outcomeOf(facts, plan) })
  }
  const after = { ...before, ...changeOf(fix, item.lessonPoints) }
  if (JSON.stringify(after) === JSON.stringify(before)) return refuse("conflict", "results.fixSameState")
  const plan = { before, after, newKey: null, scorings: [], kept: [] }
  return allow({ ...plan, ...outcomeOf(facts, plan) })
}

function changeOf(
  fix: Extract<Fix, { kind: "credit" | "drop" | "points" }>,
  lessonPoints: number,
): Partial<ItemState> {
  if (fix.kind === "points") return { points: fix.points === lessonPoints ? null : fix.points }
  return { dropped: fix.kind === "drop", credited: fix.kind === "credit" }
}

type Change = { after: ItemState; scorings: readonly NewScoring[] }

/** Every student's score as it is and as it will be. */
export function outcomeOf(facts: FixFacts, { after, scorings }: Change) {
  const { item, items, students } = facts
  const counted = {
    points: after.points ?? item.lessonPoints,
    dropped: after.dropped,
    credited: after.credited,
  }
  const itemsAfter = items.map((one) => (one.itemId === item.itemId ? { ...one, ...counted } : one))
  const was = quizScores(facts)
  const is = quizScores({ ...facts, items: itemsAfter, answers: withScorings(facts.answers, scorings) })
  return {
    ...compareScores(students, was, is),
    possible: { before: pointsPossible(items), after: pointsPossible(itemsAfter) },
    basedOn: fingerprintOf(facts, was),
  }
}
