import { evidenceProblems } from "@/lib/quiz/evidence"
import { fraction } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem, type ResponseState } from "@/lib/quiz/item-type"
import { scatteredOrder } from "@/lib/quiz/neutral-order"
import { optionProblems } from "@/lib/quiz/options"
import type { ToldPart } from "@/lib/quiz/told"
import { orderingProgress } from "@/lib/quiz/types/ordering/progress"
import {
  content,
  key,
  type OrderingContent,
  type OrderingKey,
  type OrderingResponse,
  response,
} from "@/lib/quiz/types/ordering/shapes"

/** Things to be put in their order. */
export const ordering = defineItemType({
  name: "ordering",
  content,
  response,
  key,
  present: ({ steps }, seed) => ({ steps: scatteredOrder(steps, seed) }),
  check: ({ steps }, { order }): ResponseState => {
    const isWhole = order.length === steps.length && sameIds(steps, order)
    return order.length === 0 || isWhole ? orderingProgress({ order }) : "invalid"
  },
  score: (right, given) => {
    const share = kendallShare(right.order, given.order)
    return { share, finding: { answer: share.numerator === share.denominator } }
  },
  problems,
  blank: (newOptionId) => {
    const steps = Array.from({ length: 4 }, () => ({ id: newOptionId(), text: "" }))
    return { content: { steps }, key: { order: steps.map(({ id }) => id), evidence: NO_PROOF } }
  },
  told: () => ({}),
  toldKey: () => ({}),
  parts,
})

const NO_PROOF = { quotes: [], sentenceIds: [] }

const sameIds = (steps: OrderingContent["steps"], order: readonly string[]): boolean =>
  new Set(order).size === order.length && steps.every(({ id }) => order.includes(id))

/**
 * Kendall's τ between the two orders (M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30, 1938), nothing
 * where it is below nothing: of all pairs of things, those that stand the right way round less those that do not, as a
 * share of all pairs. So every exchange of two neighbours that puts them right raises it, an order drawn blindly earns
 * nothing on the average before the floor, and the right order reversed earns nothing.
 */
function kendallShare(right: readonly string[], given: readonly string[]) {
  const ranks = given.map((id) => right.indexOf(id))
  const pairs = (ranks.length * (ranks.length - 1)) / 2
  const inversions = ranks.reduce(
    (count, rank, at) => count + ranks.slice(at + 1).filter((later) => later < rank).length,
    0,
  )
  return fraction(Math.max(0, pairs - 2 * inversions), Math.max(1, pairs))
}

function problems(
  draft: { content: OrderingContent; key: OrderingKey | null },
  sentenceIds: ReadonlySet<string>,
): ItemProblem[] {
  const { steps } = draft.content
  const found = optionProblems(steps, undefined)
  if (!draft.key) return found
  const { order, evidence } = draft.key
  if (order.length !== steps.length || !sameIds(steps, order))
    found.push({ field: "key", code: "orderIncomplete" })
  return [...found, ...evidenceProblems(evidence, sentenceIds)]
}

/** By place: what stands first, second … Places count from 1. */
function parts(
  { steps }: OrderingContent,
  given: OrderingResponse | null,
  right: OrderingKey | null,
): ToldPart[] {
  const textOf = (id: string | undefined) => steps.find((step) => step.id === id)?.text ?? null
  return steps.map((_, at) => {
    const placed = given?.order[at]
    const isRight = right && placed !== undefined ? placed === right.order[at] : null
    const place = String(at + 1)
    return { id: place, label: place, text: textOf(placed), isRight, rightText: textOf(right?.order[at]) }
  })
}
