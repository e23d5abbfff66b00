import { itemTypeOf } from "@/lib/quiz/item-types"
import { groupBy } from "../group-by"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { type Interval, wilsonInterval } from "./wilson-interval"

/** Below this many answers no share is shown: one student more or less would move it by a quarter. */
export const FEWEST_TO_SAY = 5

/** Right answers without right evidence at or above this share of the right ones are pointed out. */
const EVIDENCE_ALARM = 0.3
/** A wrong option chosen at least this often, and more often than the key, is pointed out. */
const MISREAD_SHARE = 0.3

export type Counted = { count: number; choosers: string[] }

/** One place of an item that has several: what stands there, most frequent first. */
export type PartAnalysis = {
  id: string
  label: string
  rightText: string | null
  answers: (Counted & { text: string; isRight: boolean })[]
}

export type ItemFinding = "byHand" | "tooFew" | "unkeyed" | "misread" | "evidence" | "hard" | "easy" | "works"

export type ItemAnalysis = {
  item: ItemFacts
  /** Students whose finished attempt answers this item, and whose answer is scored where answers are. */
  n: number
  /** Students whose finished attempt leaves it blank. */
  blank: Counted
  /** For items that a teacher grades: what is graded and what waits. Null for all others. */
  byHand: { graded: number; waiting: Counted } | null
  /** Fully right, of n. Null where nothing is right or wrong, or only a teacher can say. */
  right: Counted | null
  /** Share fully right with its 95% interval (Wilson). Null when unkeyed or n < FEWEST_TO_SAY. */
  difficulty: ({ share: number } & Interval) | null
  options: (Counted & { id: string; letter: string; text: string; isKey: boolean })[]
  /** Place by place, for types with several; else empty. */
  parts: PartAnalysis[]
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

/** A student with a finished attempt, and the items it had; null: all of them. */
export type Finisher = { enrolmentId: string; itemIds: readonly string[] | null }

/**
 * Item statistics of one assignment. `finishers`: answers of others are left out, so that every n on the page counts
 * the same people. An item that a pool did not draw for somebody is no blank of theirs.
 */
export function analyseItems(
  items: readonly ItemFacts[],
  answers: readonly AnswerFacts[],
  finishers: readonly Finisher[],
): ItemAnalysis[] {
  const finished = new Set(finishers.map(({ enrolmentId }) => enrolmentId))
  const byItem = groupBy(
    answers.filter((answer) => finished.has(answer.enrolmentId) && isAnswered(answer)),
    (answer) => answer.itemId,
  )
  const givenTo = (itemId: string) =>
    finishers.flatMap(({ enrolmentId, itemIds }) => (itemIds?.includes(itemId) === false ? [] : enrolmentId))
  return items.map((item) => analyseItem(item, byItem.get(item.itemId) ?? [], givenTo(item.itemId)))
}

/** An empty value is a blank, not a wrong answer. */
export const isAnswered = (answer: AnswerFacts): boolean =>
  answer.optionIds.length > 0 ||
  (answer.text !== null && answer.text.trim() !== "") ||
  answer.sentenceIds.length > 0 ||
  answer.parts.some((part) => part.text !== null)

/** What no rule could score, such as words where a number is asked for, is neither right nor wrong. */
const isScored = (answer: AnswerFacts): boolean => answer.numerator !== null

export const isFullyRight = (answer: AnswerFacts): boolean =>
  answer.numerator !== null && answer.denominator !== null && answer.numerator === answer.denominator

function analyseItem(item: ItemFacts, answers: AnswerFacts[], everyone: readonly string[]): ItemAnalysis {
  const isByHand = item.isKeyed && itemTypeOf(item.type).isGradedByHand
  const n = answers.filter((answer) => !item.isKeyed || isByHand || isScored(answer)).length
  const right = item.isKeyed && !isByHand ? counted(answers.filter(isFullyRight)) : null
  const options = countOptions(item, answers)
  const rightAnswerWrongEvidence = countWrongEvidence(item, answers)
  const draft = {
    item,
    n,
    blank: blanks(answers, everyone),
    byHand: isByHand ? countGraded(answers) : null,
    right,
    difficulty:
      right && n >= FEWEST_TO_SAY ? { share: right.count / n, ...wilsonInterval(right.count, n) } : null,
    options,
    parts: countParts(answers),
    // Two long answers are never the same: they are read one by one.
    texts: isByHand ? [] : countTexts(item, answers),
    rightAnswerWrongEvidence,
    cited: countSentences(item, answers),
  }
  return { ...draft, ...judge(draft) }
}

const counted = (answers: AnswerFacts[]): Counted => ({
  count: answers.length,
  choosers: answers.map((answer) => answer.enrolmentId),
})

function countGraded(answers: AnswerFacts[]): ItemAnalysis["byHand"] {
  const waiting = counted(answers.filter((answer) => !isScored(answer)))
  return { graded: answers.length - waiting.count, waiting }
}

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
    isKey: item.key?.optionIds.includes(option.id) ?? false,
    ...counted(answers.filter((answer) => answer.optionIds.includes(option.id))),
  }))
}

type ChosenPart = AnswerFacts["parts"][number] & { text: string; enrolmentId: string }

/** Places come in the item's order, which every answer has. */
function countParts(answers: AnswerFacts[]): PartAnalysis[] {
  const places = answers[0]?.parts ?? []
  const given = answers.flatMap(({ enrolmentId, parts }) =>
    parts.flatMap((part): ChosenPart[] =>
      part.text === null ? [] : [{ ...part, text: part.text, enrolmentId }],
    ),
  )
  return places.map(({ id, label, rightText }) => {
    const groups = groupBy(
      given.filter((part) => part.id === id),
      (part) => spelt(part.text),
    )
    return { id, label, rightText, answers: mostFirst([...groups.values()].map(countedPart)) }
  })
}

const countedPart = (group: ChosenPart[]): PartAnalysis["answers"][number] => ({
  text: group[0]?.text ?? "",
  isRight: group.some((part) => part.isRight === true),
  count: group.length,
  choosers: group.map((part) => part.enrolmentId),
})

/** The same spelling, whatever its case and spaces. */
const spelt = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase()

const mostFirst = <T extends Counted & { text: string }>(list: T[]): T[] =>
  list.sort((a, b) => b.count - a.count || a.text.localeCompare(b.text))

function countTexts(item: ItemFacts, answers: AnswerFacts[]): ItemAnalysis["texts"] {
  const typed = answers.filter((answer) => answer.text !== null)
  const groups = groupBy(typed, (answer) => spelt(answer.text ?? ""))
  return mostFirst(
    [...groups.values()].map((group) => ({
      text: (group[0]?.text ?? "").trim(),
      isRight: item.isKeyed && group.some(isFullyRight),
      ...counted(group),
    })),
  )
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
  if (draft.byHand) return plain("byHand")
  if (!draft.difficulty) return plain("tooFew")
  const tempting = temptingOption(draft)
  if (tempting) return { finding: "misread", temptingLetter: tempting }
  if ((draft.rightAnswerWrongEvidence?.share ?? 0) >= EVIDENCE_ALARM) return plain("evidence")
  if (draft.difficulty.high < 0.6) return plain("hard")
  return plain(draft.difficulty.low > 0.7 ? "easy" : "works")
}

/** Only where one option is right: of several, none is chosen instead of another. */
function temptingOption({ options, n }: Pick<ItemAnalysis, "options" | "n">): string | null {
  const [keyed, ...more] = options.filter((option) => option.isKey)
  if (more.length > 0) return null
  const wrong = options.filter((option) => !option.isKey).sort((a, b) => b.count - a.count)[0]
  if (!keyed || !wrong || wrong.count <= keyed.count) return null
  return wrong.count / n >= MISREAD_SHARE ? wrong.letter : null
}
