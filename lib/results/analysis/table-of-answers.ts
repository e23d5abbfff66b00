import { times } from "@/lib/quiz/fraction"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { isAnswered, isScored } from "./answer-state"
import type { Cell, ScoreTable } from "./score-table"

/** A student with a finished attempt, and the items it had; null: all of them. */
export type Finisher = { enrolmentId: string; itemIds: readonly string[] | null }

export type TableFacts = {
  items: readonly ItemFacts[]
  answers: readonly AnswerFacts[]
  finishers: readonly Finisher[]
}

/**
 * The points of whoever has finished, item by item, before anything is taken off for lateness. Without items for a view,
 * which have no points, and without those that have an answer left to grade: until then nobody's total is known with
 * them, and everybody's without.
 */
export function tableOfAnswers({
  items,
  answers,
  finishers,
}: TableFacts): ScoreTable & { items: ItemFacts[] } {
  const of = new Map(answers.map((answer) => [`${answer.enrolmentId} ${answer.itemId}`, answer]))
  const answerOf = (finisher: Finisher, item: ItemFacts) => {
    const answer = of.get(`${finisher.enrolmentId} ${item.itemId}`)
    return answer && isAnswered(answer) ? answer : undefined
  }
  const waits = (item: ItemFacts) =>
    itemTypeOf(item.type).isGradedByHand &&
    finishers.some((finisher) => {
      const answer = answerOf(finisher, item)
      return answer !== undefined && !isScored(answer)
    })
  const counting = items.filter((item) => item.isKeyed && !waits(item))
  return {
    items: counting,
    columns: counting.map(({ itemId, points }) => ({
      id: itemId,
      most: { numerator: points, denominator: 1 },
    })),
    rows: finishers.map((finisher) => ({
      id: finisher.enrolmentId,
      cells: counting.map((item) =>
        finisher.itemIds?.includes(item.itemId) === false ? "absent" : cellOf(item, answerOf(finisher, item)),
      ),
    })),
  }
}

function cellOf({ points }: ItemFacts, answer: AnswerFacts | undefined): Cell {
  if (!answer || answer.numerator === null || answer.denominator === null) return "blank"
  return times({ numerator: answer.numerator, denominator: answer.denominator }, points)
}
