import type { Counted, CountedOption, WrongEvidence } from "./count-answers"
import type { ItemFigures } from "./measure-item"

export type ItemFinding =
  | "byHand"
  | "tooFew"
  | "unkeyed"
  | "checkKey"
  | "misread"
  | "evidence"
  | "backwards"
  | "hard"
  | "easy"
  | "weak"
  | "works"
  | "worksWell"

export type Judged = {
  finding: ItemFinding
  /** The wrong option that draws the strong ("checkKey") or more students than the key ("misread"). */
  temptingLetter: string | null
}

export type JudgedFacts = {
  isKeyed: boolean
  /** For items that a teacher grades: answers that wait. */
  byHand: { waiting: Counted } | null
  options: readonly CountedOption[]
  figures: ItemFigures | null
  rightAnswerWrongEvidence: WrongEvidence | null
}

/** Right answers without right evidence at or above this share of the right ones are pointed out. */
const EVIDENCE_ALARM = 0.3
/** A wrong option chosen at least this often, and more often than the key, is pointed out. */
const MISREAD_SHARE = 0.3
/** A wrong option that so many of the strongest students chose, and more of them than the key, is pointed out. */
const STRONG_SHARE = 0.4
/** Below this correlation an item barely separates; from the other on it separates well. R. L. Ebel's .20 and .40 (1965). */
const WEAK = 0.2
const WELL = 0.4
/** From here down the stronger did worse; nearer to nothing, chance says the same. */
export const BACKWARDS = -0.2
/** Where right is a count, the interval has to be clear of these. */
const SURELY_HARD = 0.6
const SURELY_EASY = 0.7
/** Where it is a mean share of points, which has no interval here. */
const HARD_SHARE = 0.4
const EASY_SHARE = 0.85

/** What the numbers of one item come to: the first that holds, the most pressing first. */
export function judgeItem(facts: JudgedFacts): Judged {
  const plain = (finding: ItemFinding): Judged => ({ finding, temptingLetter: null })
  const { figures } = facts
  if (!facts.isKeyed) return plain("unkeyed")
  if (facts.byHand && (facts.byHand.waiting.count > 0 || figures?.share == null)) return plain("byHand")
  if (!figures || figures.share === null) return plain("tooFew")
  const strong = strongOption(facts, figures)
  if (strong) return { finding: "checkKey", temptingLetter: strong }
  const tempting = temptingOption(facts, figures.n)
  if (tempting) return { finding: "misread", temptingLetter: tempting }
  if ((facts.rightAnswerWrongEvidence?.share ?? 0) >= EVIDENCE_ALARM) return plain("evidence")
  return plain(byFigures(figures, figures.share))
}

function byFigures({ interval, itemRest }: ItemFigures, share: number): ItemFinding {
  if (itemRest && itemRest.r <= BACKWARDS) return "backwards"
  if (interval ? interval.high < SURELY_HARD : share < HARD_SHARE) return "hard"
  if (interval ? interval.low > SURELY_EASY : share > EASY_SHARE) return "easy"
  if (!itemRest) return "works"
  if (itemRest.r < WEAK) return "weak"
  return itemRest.r < WELL ? "works" : "worksWell"
}

/** Only where one option is right: of several, none is chosen instead of another. */
function oneKey(options: readonly CountedOption[]): CountedOption | null {
  const [keyed, ...more] = options.filter(({ isKey }) => isKey)
  return keyed && more.length === 0 ? keyed : null
}

/** A wrong option that the strongest prefer to the key, and choose more often than the weakest do. */
function strongOption({ options }: JudgedFacts, { groups }: ItemFigures): string | null {
  const keyed = oneKey(options)
  if (!groups || !keyed) return null
  const [upper, lower] = [groups.upper.length, groups.lower.length]
  const drawn = options
    .filter(({ isKey }) => !isKey)
    .map(({ letter, upper: strong, lower: weak }) => ({
      letter,
      strong: strong?.count ?? 0,
      weak: weak?.count ?? 0,
    }))
    .filter(
      ({ strong, weak }) =>
        strong > (keyed.upper?.count ?? 0) && strong / upper >= STRONG_SHARE && strong / upper > weak / lower,
    )
  return drawn.sort((a, b) => b.strong - a.strong)[0]?.letter ?? null
}

function temptingOption({ options }: JudgedFacts, n: number): string | null {
  const keyed = oneKey(options)
  const wrong = options.filter(({ isKey }) => !isKey).sort((a, b) => b.count - a.count)[0]
  if (!keyed || !wrong || wrong.count <= keyed.count) return null
  return wrong.count / n >= MISREAD_SHARE ? wrong.letter : null
}
