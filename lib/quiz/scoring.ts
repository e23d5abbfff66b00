import { type Fraction, NOTHING, sum, times } from "@/lib/quiz/fraction"
import { type ItemKey, openKey } from "@/lib/quiz/item-key"
import type { Finding, ItemLevel } from "@/lib/quiz/item-type"
import { itemTypeOf } from "@/lib/quiz/item-types"

/** One item of an attempt at the moment of scoring. */
export type ScorableItem = {
  itemId: string
  type: string
  level: ItemLevel
  content: unknown
  key: ItemKey | null
  /** What was saved in time; null where nothing was. */
  response: { saveNumber: number; value: unknown } | null
}

/**
 * One row of "Scoring". `numerator/denominator` is the share of the item's points, in lowest terms.
 * `finding` is `{answer: boolean|null, evidence?: boolean|null}`: see `Finding`. "Right answer, wrong evidence" is
 * `answer = true and evidence = false`. An item that was left unanswered has no row: it is never a zero. Neither has
 * an item that asks for a view, nor one that a teacher has yet to read.
 */
export type ScoringDraft = {
  itemId: string
  saveNumber: number
  keyRevision: number
  numerator: number
  denominator: number
  finding: Finding
}

/** Scores an attempt once, item by item, in the order given. Nothing is rounded. */
export function scoreAttempt(items: readonly ScorableItem[]): ScoringDraft[] {
  return items.flatMap((item) => scoreItem(item) ?? [])
}

function scoreItem({ itemId, type, level, content, key, response }: ScorableItem): ScoringDraft | null {
  if (level === "my_view" || !key || !response) return null
  const { key: right, keyRevision } = openKey(key, "scoring")
  // A draft's key may be half done; such an item is not given to a class, and scores nothing rather than wrongly.
  if (!itemTypeOf(type).isKey(right)) return null
  const score = itemTypeOf(type).score(right, response.value, content)
  if (score.state !== "scored") return null
  return {
    itemId,
    saveNumber: response.saveNumber,
    keyRevision,
    numerator: score.share.numerator,
    denominator: score.share.denominator,
    finding: score.finding,
  }
}

/** The newest score of an item: what it was given for, and whether a teacher or a rule gave it. */
export type StandingScore = {
  itemId: string
  saveNumber: number | null
  keyRevision: number
  givenByHand: boolean
}

/** A row that says "no score counts any more": what stood before it was for another answer. */
export type WithdrawnDraft = Pick<ScoringDraft, "itemId" | "keyRevision" | "finding"> & {
  saveNumber: number | null
  numerator: null
  denominator: null
}

/**
 * What must be taken back when answers are scored anew: every standing score that gets no successor, because the answer
 * was cleared or can no longer be scored. What a teacher gave stands as long as the answer it was given for does.
 */
export function withdrawScores(
  standing: readonly StandingScore[],
  items: readonly Pick<ScorableItem, "itemId" | "response">[],
  scored: readonly Pick<ScoringDraft, "itemId">[],
): WithdrawnDraft[] {
  const answers = new Map(items.map(({ itemId, response }) => [itemId, response?.saveNumber ?? null]))
  const succeeded = new Set(scored.map(({ itemId }) => itemId))
  return standing
    .filter(({ itemId }) => answers.has(itemId) && !succeeded.has(itemId))
    .filter((score) => !(score.givenByHand && score.saveNumber === answers.get(score.itemId)))
    .map(({ itemId, keyRevision }) => ({
      itemId,
      keyRevision,
      saveNumber: answers.get(itemId) ?? null,
      numerator: null,
      denominator: null,
      finding: { answer: null },
    }))
}

/** What a teacher gave for this very answer is not scored over by a machine. */
export const leaveGiven = (
  scored: readonly ScoringDraft[],
  standing: readonly StandingScore[],
): ScoringDraft[] =>
  scored.filter(
    ({ itemId, saveNumber }) =>
      !standing.some((one) => one.itemId === itemId && one.givenByHand && one.saveNumber === saveNumber),
  )

/** Points earned: the shares times the points of their items. */
export function pointsEarned(scores: readonly { share: Fraction; points: number }[]): Fraction {
  return scores.length === 0 ? NOTHING : sum(scores.map(({ share, points }) => times(share, points)))
}
