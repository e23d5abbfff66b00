import type { ItemKey } from "@/lib/quiz/item-key"
import {
  leaveGiven,
  type ScoringDraft,
  type StandingScore,
  scoreAttempt,
  type WithdrawnDraft,
  withdrawScores,
} from "@/lib/quiz/scoring"
import type { FixedItem, ItemAttempt, StandingScoring } from "./fix-facts"

/** A row of "Scoring" to be added. */
export type NewScoring = (ScoringDraft | WithdrawnDraft) & { attemptId: string }

/**
 * Finished attempts scored by another key, by the rules of handing in: what a teacher gave for this very answer stands.
 * Only scores that come out otherwise get a row.
 */
export function rescore(
  item: Pick<FixedItem, "itemId" | "type" | "level" | "content">,
  key: ItemKey,
  attempts: readonly ItemAttempt[],
): NewScoring[] {
  return attempts.flatMap(({ attemptId, response, standing }): NewScoring[] => {
    const scorable = [{ ...item, key, response }]
    const standings = standingOf(item.itemId, standing)
    const scored = leaveGiven(scoreAttempt(scorable), standings)
    const drafts = [...scored, ...withdrawScores(standings, scorable, scored)]
    return drafts.filter((draft) => !isSame(draft, standing)).map((draft) => ({ ...draft, attemptId }))
  })
}

/** Whether the teacher's own score of this answer stands, whatever the key says. */
export const isGiven = ({ response, standing }: ItemAttempt): boolean =>
  standing !== null &&
  standing.numerator !== null &&
  standing.givenByHand &&
  standing.saveNumber === (response?.saveNumber ?? null)

function standingOf(itemId: string, standing: StandingScoring | null): StandingScore[] {
  if (!standing || standing.numerator === null) return []
  const { saveNumber, keyRevision, givenByHand } = standing
  return [{ itemId, saveNumber, keyRevision, givenByHand }]
}

type Share = Pick<StandingScoring, "numerator" | "denominator" | "saveNumber">

/** The same share for the same answer. */
function isSame(draft: Share, standing: Share | null): boolean {
  if (!standing || draft.saveNumber !== standing.saveNumber) return false
  if (draft.numerator === null || standing.numerator === null) return draft.numerator === standing.numerator
  return draft.numerator * (standing.denominator ?? 1) === standing.numerator * (draft.denominator ?? 1)
}
