import { type Confidence, type ConfidenceLine, type RatedAnswer, rateConfidence } from "@/lib/quiz/confidence"
import { keyEvidence } from "@/lib/quiz/evidence"
import { type Fraction, NOTHING, sum } from "@/lib/quiz/fraction"
import { earnedPoints, type HowItCounts, possiblePoints } from "@/lib/quiz/how-it-counts"
import { type Feedback, type ItemKey, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { PublicItem } from "@/lib/quiz/public-item"
import { isQuestion } from "@/lib/quiz/question"
import type { Release } from "@/lib/quiz/release"
import { type Grade, type Rubric, withoutGuidelines } from "@/lib/quiz/rubric"
import { type Scored, type Verdict, type VerdictGroup, verdictGroup, verdictOf } from "@/lib/quiz/verdict"

/** One question with what was answered and what was right. Made only with a `Release` in hand. */
export type ItemResult = {
  item: PublicItem
  verdict: Verdict
  /** Points; null where nothing is scored, or the item does not count. */
  earned: Fraction | null
  /** Whether a teacher took the item out, or credits everybody with it. */
  counts: Pick<HowItCounts, "dropped" | "credited">
  value: unknown
  /** How sure the student said to be. */
  confidence: Confidence | null
  /** The type's key shape; null for a view. */
  key: unknown
  feedback: Feedback
  explanation: string | null
  /** What a teacher gave, where one grades the answers of this type and has. */
  grade: Grade | null
  /** The rubric it was given by, where that is not the key's any more. */
  earlierRubric: Rubric | null
  /** The sentences that prove the answer, and the phrases that do in them. */
  evidence: { sentenceIds: string[]; quotes: string[] }
}

export type QuizResults = {
  items: ItemResult[]
  earned: Fraction
  /** Of the questions that are scored. */
  possible: number
  counts: Record<VerdictGroup, number>
  /** How sure and how right, where it was asked and said. */
  confidence: ConfidenceLine[]
}

export type ResultFacts = {
  /** With the points it has in this assignment. */
  item: PublicItem
  counts: Pick<HowItCounts, "dropped" | "credited">
  key: ItemKey | null
  value: unknown
  confidence: Confidence | null
  scored: Scored | null
  /** Of a teacher's grade that was given by an earlier rubric than the key's. */
  earlierRubric?: Rubric | null
}

/** The results of one attempt, with its keys opened by the release that allows it. */
export function buildResults(facts: readonly ResultFacts[], release: Release): QuizResults {
  const items = facts.map((one) => buildItem(one, release))
  const counts: QuizResults["counts"] = { right: 0, half: 0, wrong: 0, teacher: 0, unanswered: 0, view: 0 }
  const asked = items.filter(({ item, counts: { dropped } }) => isQuestion(item) && !dropped)
  for (const { verdict } of asked) counts[verdictGroup(verdict)] += 1
  const earned = sum(items.flatMap((one) => one.earned ?? []))
  const possible = items.filter(countsNow).reduce((all, one) => all + possiblePoints(howItCounts(one)), 0)
  const confidence = rateConfidence(asked.filter(countsNow).map(ratingOf))
  return { items, confidence, earned, possible, counts }
}

const howItCounts = ({ item, counts }: Pick<ResultFacts, "item" | "counts">): HowItCounts => ({
  points: item.points,
  ...counts,
})

/** What a teacher has yet to read is neither earned nor missed; unless everybody is credited with it. */
const countsNow = ({ verdict, counts }: Pick<ItemResult, "verdict" | "counts">): boolean =>
  verdict !== "view" && (verdict !== "waiting" || counts.credited)

const ratingOf = ({ confidence, verdict }: ItemResult): RatedAnswer => ({
  confidence,
  isRight: verdictGroup(verdict) === "right",
})

function buildItem(
  { item, counts, key, value, confidence, scored, earlierRubric }: ResultFacts,
  release: Release,
): ItemResult {
  const isRead = itemTypeOf(item.type).isGradedByHand
  const verdict = isRead ? readVerdict({ item, value, scored }) : verdictOf(item.level, scored)
  const opened = key && item.level !== "my_view" ? openKey(key, release) : null
  const proof = keyEvidence.safeParse(opened?.key)
  return {
    item,
    verdict,
    earned: countsNow({ verdict, counts }) ? earnedOf({ item, counts }, scored) : null,
    counts,
    value,
    confidence,
    key: withoutGuidelines(opened?.key ?? null),
    feedback: opened?.feedback ?? {},
    explanation: opened?.explanation ?? null,
    grade: scored?.finding.grade ?? null,
    earlierRubric: scored?.finding.grade && earlierRubric ? { criteria: earlierRubric.criteria } : null,
    evidence: proof.success ? proof.data.evidence : { sentenceIds: [], quotes: [] },
  }
}

/** Of an answer that a teacher reads. */
function readVerdict({ item, value, scored }: Pick<ResultFacts, "item" | "value" | "scored">): Verdict {
  if (item.level === "my_view") return "view"
  if (scored) return "graded"
  return itemTypeOf(item.type).score(null, value, item.content).state === "ungraded"
    ? "waiting"
    : "unanswered"
}

/** A question without a score earned nothing. */
function earnedOf(one: Pick<ResultFacts, "item" | "counts">, scored: Scored | null): Fraction | null {
  const counts = howItCounts(one)
  return counts.dropped ? null : (earnedPoints(counts, scored?.share ?? null) ?? NOTHING)
}
