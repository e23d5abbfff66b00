import { type Confidence, type ConfidenceLine, type RatedAnswer, rateConfidence } from "@/lib/quiz/confidence"
import { keyEvidence } from "@/lib/quiz/evidence"
import { type Fraction, fraction, NOTHING } from "@/lib/quiz/fraction"
import { type Feedback, type ItemKey, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { PublicItem } from "@/lib/quiz/public-item"
import { isQuestion } from "@/lib/quiz/question"
import type { Release } from "@/lib/quiz/release"
import { type Grade, type Rubric, withoutGuidelines } from "@/lib/quiz/rubric"
import { pointsEarned } from "@/lib/quiz/scoring"
import { type Scored, type Verdict, type VerdictGroup, verdictGroup, verdictOf } from "@/lib/quiz/verdict"

/** One question with what was answered and what was right. Made only with a `Release` in hand. */
export type ItemResult = {
  item: PublicItem
  verdict: Verdict
  /** Points; null where nothing is scored. */
  earned: Fraction | null
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
  item: PublicItem
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
  for (const { verdict } of items.filter(({ item }) => isQuestion(item))) counts[verdictGroup(verdict)] += 1
  const scored = facts.flatMap(({ scored, item }) =>
    scored ? [{ share: scored.share, points: item.points }] : [],
  )
  const possible = items.reduce((sum, { verdict, item }) => sum + (countsNow(verdict) ? item.points : 0), 0)
  const confidence = rateConfidence(items.filter(({ verdict }) => countsNow(verdict)).map(ratingOf))
  return { items, confidence, earned: pointsEarned(scored), possible, counts }
}

/** What a teacher has yet to read is neither earned nor missed. */
const countsNow = (verdict: Verdict): boolean => verdict !== "view" && verdict !== "waiting"

const ratingOf = ({ confidence, verdict }: ItemResult): RatedAnswer => ({
  confidence,
  isRight: verdictGroup(verdict) === "right",
})

function buildItem(
  { item, key, value, confidence, scored, earlierRubric }: ResultFacts,
  release: Release,
): ItemResult {
  const isRead = itemTypeOf(item.type).isGradedByHand
  const verdict = isRead ? readVerdict({ item, value, scored }) : verdictOf(item.level, scored)
  const opened = key && item.level !== "my_view" ? openKey(key, release) : null
  const proof = keyEvidence.safeParse(opened?.key)
  return {
    item,
    verdict,
    earned: countsNow(verdict) ? earnedOf(item, scored) : null,
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

const earnedOf = ({ points }: PublicItem, scored: Scored | null): Fraction =>
  scored ? fraction(scored.share.numerator * points, scored.share.denominator) : NOTHING
