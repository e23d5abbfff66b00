import { itemTypeOf } from "@/lib/quiz/item-types"
import { groupBy } from "../group-by"
import { pointsPossible } from "../item-points"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { isAnswered, isFullyRight, isScored } from "./answer-state"
import {
  type CitedSentence,
  type Counted,
  type CountedOption,
  type CountedText,
  countBlanks,
  counted,
  countGraded,
  countOptions,
  countParts,
  countProof,
  countSentences,
  countTexts,
  countWrongEvidence,
  type OptionProof,
  type PartAnalysis,
  type WrongEvidence,
} from "./count-answers"
import { type Judged, judgeItem } from "./judge-item"
import type { ItemFigures } from "./measure-item"
import type { QuizFigures } from "./measure-quiz"
import { measureScores } from "./measure-scores"
import { type Finisher, type TableFacts, tableOfAnswers } from "./table-of-answers"
import type { Interval } from "./wilson-interval"

export type ItemAnalysis = Judged & {
  item: ItemFacts
  /** Students whose finished attempt answers this item, and whose answer is scored where answers are. */
  n: number
  /** Students whose finished attempt leaves it blank. */
  blank: Counted
  /** For items that a teacher grades: what is graded and what waits. Null for all others. */
  byHand: { graded: number; waiting: Counted } | null
  /** Fully right, of n. Null where nothing is right or wrong, or only a teacher can say. */
  right: Counted | null
  /**
   * The share that is right with its 95% interval (Wilson); where parts of the points were earned the mean share, without
   * one. Null when unkeyed, while answers wait for a grade, or n < FEWEST_TO_SAY.
   */
  difficulty: { share: number; interval: Interval | null } | null
  /** Null where it has no points, and while answers wait for a grade. */
  figures: ItemFigures | null
  options: CountedOption[]
  /** What the choosers of each option cited; empty where options or sentences are not asked for. */
  proof: OptionProof[]
  /** Place by place, for types with several; else empty. */
  parts: PartAnalysis[]
  /** What was typed, the same spelling taken together, most frequent first. */
  texts: CountedText[]
  /** Null for items without evidence to choose. */
  rightAnswerWrongEvidence: WrongEvidence | null
  /** Sentences chosen as evidence, most frequent first. */
  cited: CitedSentence[]
}

export type QuizAnalysis = { items: ItemAnalysis[]; quiz: QuizFigures }

/**
 * The statistics of one assignment. Answers of others than `finishers` are left out, so that every n on the page counts
 * the same people. An item that a pool did not draw for somebody is no blank of theirs.
 */
export function analyseQuiz(facts: TableFacts): QuizAnalysis {
  const table = tableOfAnswers(facts)
  const { quiz, items } = measureScores(table, pointsPossible(table.items))
  const figures = new Map(items.map((one) => [one.id, one]))
  const finished = new Set(facts.finishers.map(({ enrolmentId }) => enrolmentId))
  const byItem = groupBy(
    facts.answers.filter((answer) => finished.has(answer.enrolmentId) && isAnswered(answer)),
    (answer) => answer.itemId,
  )
  return {
    quiz,
    items: facts.items.map((item) =>
      analyseItem(item, {
        answers: byItem.get(item.itemId) ?? [],
        everyone: givenTo(item.itemId, facts.finishers),
        figures: figures.get(item.itemId) ?? null,
      }),
    ),
  }
}

/** Only its items. */
export const analyseItems = (
  items: readonly ItemFacts[],
  answers: readonly AnswerFacts[],
  finishers: readonly Finisher[],
): ItemAnalysis[] => analyseQuiz({ items, answers, finishers }).items

const givenTo = (itemId: string, finishers: readonly Finisher[]): string[] =>
  finishers.flatMap(({ enrolmentId, itemIds }) => (itemIds?.includes(itemId) === false ? [] : enrolmentId))

type Known = { answers: AnswerFacts[]; everyone: string[]; figures: ItemFigures | null }

function analyseItem(item: ItemFacts, { answers, everyone, figures }: Known): ItemAnalysis {
  const isByHand = item.isKeyed && itemTypeOf(item.type).isGradedByHand
  const share = figures?.share ?? null
  const draft = {
    item,
    n: answers.filter((answer) => !item.isKeyed || isByHand || isScored(answer)).length,
    blank: countBlanks(answers, everyone),
    byHand: isByHand ? countGraded(answers) : null,
    right: item.isKeyed && !isByHand ? counted(answers.filter(isFullyRight)) : null,
    difficulty: share === null ? null : { share, interval: figures?.interval ?? null },
    figures,
    options: countOptions(item, answers, figures?.groups ?? null),
    proof: itemTypeOf(item.type).choosesSentences ? countProof(item, answers) : [],
    parts: countParts(answers),
    // Two long answers are never the same: they are read one by one.
    texts: isByHand ? [] : countTexts(item, answers),
    rightAnswerWrongEvidence: countWrongEvidence(item, answers),
    cited: countSentences(item, answers),
  }
  return { ...draft, ...judgeItem({ ...draft, isKeyed: item.isKeyed }) }
}
