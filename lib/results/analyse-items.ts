import { groupBy } from "./group-by"
import type { AnswerFacts, ItemFacts } from "./results-facts"
import { type Interval, wilsonInterval } from "./wilson-interval"

/** Below this many answers no share is shown: one student more or less would move it by a quarter. */
export const FEWEST_TO_SAY = 5

/** Right answers without right evidence at or above this share of the right ones are pointed out. */
const EVIDENCE_ALARM = 0.3
/** A wrong option chosen at least this often, and more often than the key, is pointed out. */
const MISREAD_SHARE = 0.3

export type Counted = { count: number; choosers: string[] }

export type ItemFinding = "tooFew" | "unkeyed" | "misread" | "evidence" | "hard" | "easy" | "works"

export type ItemAnalysis = {
  item: ItemFacts
  /** Students whose finished attempt answers this item. */
  n: number
  /** Students whose finished attempt leaves it blank. */
  blank: Counted
  /** Fully right, of n. Null where nothing is right or wrong. */
  right: Counted | null
  /** Share fully right with its 95% interval (Wilson). Null when unkeyed or n < FEWEST_TO_SAY. */
  difficulty: ({ share: number } & Interval) | null
  options: (Counted & { id: string; letter: string; text: string; isKey: boolean })[]
  /** What was typed, the same spelling taken together, most frequent first. */
  texts: (Counted & { text: string; isRight: boolean })[]
  /** Right answer with wrong evidence, of all right answers. Null for items without evidence to choose. */
  rightAnswerWrongEvidence: (Counted & { of: number; share: number | null }) | null
  /** Sentences chosen as evidence, most frequent first. */
  cited: (Counted & { sentenceId: string; isKey: boolean })[]
  finding: ItemFinding
  /** The wrong option that draws more students than the key, when the finding is "misread". */
  temptingLetter: string | null
}

/**
 * Item statistics of one assignment. `finishedEnrolmentIds`: students with a finished attempt; answers of others
 * are left out, so that every n on the page counts the same people.
 */
export function analyseItems(
  items: readonly ItemFacts[],
  answers: readonly AnswerFacts[],
  finishedEnrolmentIds: readonly string[],
): ItemAnalysis[] {
  const finished = new Set(finishedEnrolmentIds)
  const byItem = groupBy(
    answers.filter((answer) => finished.has(answer.enrolmentId) && isAnswered(answer)),
    (answer) => answer.itemId,
  )
  return items.map((item) => analyseItem(item, byItem.get(item.itemId) ?? [], finishedEnrolmentIds))
}

/** An empty value is a blank, not a wrong answer. */
export const isAnswered = (answer: AnswerFacts): boolean =>
  answer.optionId !== null ||
  (answer.text !== null && answer.text.trim() !== "") ||
  answer.sentenceIds.length > 0

export const isFullyRight = (answer: AnswerFacts): boolean =>
  answer.numerator !== null && answer.denominator !== null && answer.numerator === answer.denominator

function analyseItem(item: ItemFacts, answers: AnswerFacts[], everyone: readonly string[]): ItemAnalysis {
  const n = answers.length
  const right = item.isKeyed ? counted(answers.filter(isFullyRight)) : null
  const options = countOptions(item, answers)
  const rightAnswerWrongEvidence = countWrongEvidence(item, answers)
  const draft = {
    item,
    n,
    blank: blanks(answers, everyone),
    right,
    difficulty:
      right && n >= FEWEST_TO_SAY ? { share: right.count / n, ...wilsonInterval(right.count, n) } : null,
    options,
    texts: countTexts(item, answers),
    rightAnswerWrongEvidence,
    cited: countSentences(item, answers),
  }
  return { ...draft, ...judge(draft) }
}

const counted = (answers: AnswerFacts[]): Counted => ({
  count: answers.length,
  choosers: answers.map((answer) => answer.enrolmentId),
})

function blanks(answers: AnswerFacts[], everyone: readonly string[]): Counted {
  const answered = new Set(answers.map((answer) => answer.enrolmentId))
  const choosers = everyone.filter((id) => !answered.has(id))
  return { count: choosers.length, choosers }
}

export const optionLetter = (index: number): string => String.fromCharCode(65 + index)

function countOptions(item: ItemFacts, answers: AnswerFacts[]): ItemAnalysis["options"] {
  return item.options.map((option, index) => ({
    ...option,
    letter: optionLetter(index),
    isKey: item.key?.optionId === option.id,
    ...counted(answers.filter((answer) => answer.optionId === option.id)),
  }))
}

function countTexts(item: ItemFacts, answers: AnswerFacts[]): ItemAnalysis["texts"] {
  const typed = answers.filter((answer) => answer.text !== null)
  const groups = groupBy(typed, (answer) => (answer.text ?? "").trim().replace(/\s+/g, " ").toLowerCase())
  return [...groups.values()]
    .map((group) => ({
      text: (group[0]?.text ?? "").trim(),
      isRight: item.isKeyed && group.some(isFullyRight),
      ...counted(group),
    }))
    .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text))
}

function countWrongEvidence(
  item: ItemFacts,
  answers: AnswerFacts[],
): ItemAnalysis["rightAnswerWrongEvidence"] {
  if (!item.key || item.key.sentenceIds.length === 0) return null
  const halves = answers.filter((answer) => answer.evidenceRight !== null)
  if (halves.length === 0 && item.type !== "evidence-pair") return null
  const rightAnswers = halves.filter((answer) => answer.answerRight === true)
  const without = counted(rightAnswers.filter((answer) => answer.evidenceRight === false))
  const of = rightAnswers.length
  return { ...without, of, share: of >= FEWEST_TO_SAY ? without.count / of : null }
}

function countSentences(item: ItemFacts, answers: AnswerFacts[]): ItemAnalysis["cited"] {
  const choices = answers.flatMap((answer) =>
    answer.sentenceIds.map((sentenceId) => ({ sentenceId, enrolmentId: answer.enrolmentId })),
  )
  return [...groupBy(choices, (choice) => choice.sentenceId)]
    .map(([sentenceId, group]) => ({
      sentenceId,
      isKey: item.key?.sentenceIds.includes(sentenceId) ?? false,
      count: group.length,
      choosers: group.map((choice) => choice.enrolmentId),
    }))
    .sort((a, b) => b.count - a.count || a.sentenceId.localeCompare(b.sentenceId))
}

type Judged = Pick<ItemAnalysis, "finding" | "temptingLetter">

function judge(draft: Omit<ItemAnalysis, keyof Judged>): Judged {
  const plain = (finding: ItemFinding): Judged => ({ finding, temptingLetter: null })
  if (!draft.item.isKeyed) return plain("unkeyed")
  if (!draft.difficulty) return plain("tooFew")
  const tempting = temptingOption(draft)
  if (tempting) return { finding: "misread", temptingLetter: tempting }
  if ((draft.rightAnswerWrongEvidence?.share ?? 0) >= EVIDENCE_ALARM) return plain("evidence")
  if (draft.difficulty.high < 0.6) return plain("hard")
  return plain(draft.difficulty.low > 0.7 ? "easy" : "works")
}

function temptingOption({ options, n }: Pick<ItemAnalysis, "options" | "n">): string | null {
  const keyed = options.find((option) => option.isKey)
  const wrong = options.filter((option) => !option.isKey).sort((a, b) => b.count - a.count)[0]
  if (!keyed || !wrong || wrong.count <= keyed.count) return null
  return wrong.count / n >= MISREAD_SHARE ? wrong.letter : null
}
