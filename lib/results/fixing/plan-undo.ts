import { ItemKey, type KeyContent } from "@/lib/quiz/item-key"
import type { WithdrawnDraft } from "@/lib/quiz/scoring"
import type { FixFacts, ItemAttempt, StandingScoring } from "./fix-facts"
import type { ItemState } from "./item-state"
import { outcomeOf } from "./plan-fix"
import { isGiven, type NewScoring, rescore } from "./rescore"

type Undone = {
  batchId: string
  /** How the item counted before the batch. */
  before: ItemState
  /** The key of then, where the batch changed it; null where it did not. */
  oldKey: KeyContent | null
}

/** A row to be added; whether the key that is put back made it, and names it. */
type UndoScoring = NewScoring & { byNewKey: boolean }

/**
 * What taking back a batch comes to. A score that is still the batch's own gets the row that stood before it, as it was.
 * What came after the batch is scored by the old key again, as on handing in: only what a teacher gave stands.
 */
export function planUndo(facts: FixFacts, { batchId, before, oldKey }: Undone) {
  const scorings = oldKey ? restore(facts, batchId, oldKey) : []
  return { scorings, ...outcomeOf(facts, { after: before, scorings }) }
}

function restore({ item, itemAttempts }: FixFacts, batchId: string, oldKey: KeyContent): UndoScoring[] {
  const isOwn = ({ standing }: ItemAttempt) => standing?.batchId === batchId
  const key = new ItemKey(oldKey)
  const others = itemAttempts.filter((attempt) => !isOwn(attempt) && !isGiven(attempt))
  return [
    ...itemAttempts.filter(isOwn).map(({ attemptId, standing, previous }) => ({
      attemptId,
      ...rowOf(item.itemId, previous, standing),
      byNewKey: false,
    })),
    ...rescore(item, key, others).map((one) => ({ ...one, byNewKey: true })),
  ]
}

/** The row that stood; where none did, one that takes back what stands. */
function rowOf(itemId: string, previous: StandingScoring | null, standing: StandingScoring | null) {
  const nothing: WithdrawnDraft = {
    itemId,
    saveNumber: standing?.saveNumber ?? null,
    keyRevision: standing?.keyRevision ?? 0,
    numerator: null,
    denominator: null,
    finding: { answer: null },
  }
  if (!previous || previous.numerator === null || previous.denominator === null) return nothing
  const { saveNumber, keyRevision, numerator, denominator, finding } = previous
  return { itemId, saveNumber: saveNumber ?? 0, keyRevision, numerator, denominator, finding }
}
