import { groupBy } from "../group-by"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { isFullyRight, isScored, optionLetter } from "./answer-state"
import { FEWEST_TO_SAY } from "./fewest"

/** How many, and who. */
export type Counted = { count: number; choosers: string[] }

export type CountedOption = Counted & {
  id: string
  letter: string
  text: string
  isKey: boolean
  /** It earns a part of the points. */
  isHalf: boolean
  /** Of the strongest and weakest students; null where there are no groups. */
  upper: Counted | null
  lower: Counted | null
}

/** One place of an item that has several: what stands there, most frequent first. */
export type PartAnalysis = {
  id: string
  label: string
  rightText: string | null
  answers: (Counted & { text: string; isRight: boolean })[]
}

export type CountedText = Counted & { text: string; isRight: boolean }

export type CitedSentence = Counted & { sentenceId: string; isKey: boolean }

/** Of whoever chose one option: which sentences they gave as proof. */
export type OptionProof = Counted & { letter: string; text: string; isKey: boolean; cited: CitedSentence[] }

/** Right answer with wrong evidence, of all right answers. */
export type WrongEvidence = Counted & { of: number; share: number | null }

export const counted = (answers: readonly AnswerFacts[]): Counted => ({
  count: answers.length,
  choosers: answers.map((answer) => answer.enrolmentId),
})

const listed = (choosers: string[]): Counted => ({ count: choosers.length, choosers })

export function countGraded(answers: readonly AnswerFacts[]): { graded: number; waiting: Counted } {
  const waiting = counted(answers.filter((answer) => !isScored(answer)))
  return { graded: answers.length - waiting.count, waiting }
}

export function countBlanks(answers: readonly AnswerFacts[], everyone: readonly string[]): Counted {
  const answered = new Set(answers.map((answer) => answer.enrolmentId))
  return listed(everyone.filter((id) => !answered.has(id)))
}

type GroupIds = { upper: readonly string[]; lower: readonly string[] }

export function countOptions(
  item: ItemFacts,
  answers: readonly AnswerFacts[],
  groups: GroupIds | null,
): CountedOption[] {
  const [upper, lower] = [new Set(groups?.upper), new Set(groups?.lower)]
  const choice = groupBy(
    answers.flatMap(({ optionIds, enrolmentId }) => optionIds.map((id) => ({ id, enrolmentId }))),
    ({ id }) => id,
  )
  return item.options.map((option, index) => {
    const choosers = (choice.get(option.id) ?? []).map(({ enrolmentId }) => enrolmentId)
    const among = (group: ReadonlySet<string>) =>
      groups ? listed(choosers.filter((id) => group.has(id))) : null
    return {
      ...option,
      letter: optionLetter(index),
      isKey: item.key?.optionIds.includes(option.id) ?? false,
      isHalf: item.key?.halfIds?.includes(option.id) ?? false,
      ...listed(choosers),
      upper: among(upper),
      lower: among(lower),
    }
  })
}

/** Option by option, the most chosen first, what its choosers cited. Empty for items without options or sentences. */
export function countProof(item: ItemFacts, answers: readonly AnswerFacts[]): OptionProof[] {
  const citing = answers.filter(({ sentenceIds }) => sentenceIds.length > 0)
  return item.options
    .flatMap((option, index): OptionProof[] => {
      const own = citing.filter(({ optionIds }) => optionIds.includes(option.id))
      if (own.length === 0) return []
      const isKey = item.key?.optionIds.includes(option.id) ?? false
      const cited = countSentences(item, own)
      return [{ letter: optionLetter(index), text: option.text, isKey, ...counted(own), cited }]
    })
    .sort((a, b) => b.count - a.count || a.letter.localeCompare(b.letter))
}

type ChosenPart = AnswerFacts["parts"][number] & { text: string; enrolmentId: string }

/** Places come in the item's order, which every answer has. */
export function countParts(answers: readonly AnswerFacts[]): PartAnalysis[] {
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

export function countTexts(item: ItemFacts, answers: readonly AnswerFacts[]): CountedText[] {
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

export function countWrongEvidence(item: ItemFacts, answers: readonly AnswerFacts[]): WrongEvidence | null {
  if (!item.key || item.key.sentenceIds.length === 0) return null
  const halves = answers.filter((answer) => answer.evidenceRight !== null)
  if (halves.length === 0 && item.type !== "evidence-pair") return null
  const rightAnswers = halves.filter((answer) => answer.answerRight === true)
  const without = counted(rightAnswers.filter((answer) => answer.evidenceRight === false))
  const of = rightAnswers.length
  return { ...without, of, share: of >= FEWEST_TO_SAY ? without.count / of : null }
}

export function countSentences(item: ItemFacts, answers: readonly AnswerFacts[]): CitedSentence[] {
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
