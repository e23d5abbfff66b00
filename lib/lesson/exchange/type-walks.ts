import type { ItemTypeName } from "@/lib/quiz/item-types"
import { define, each, evidence, headed, isRecord, parts, refer, same, type Walk } from "./walks"

/** Where ids stand in what a type stores. A new type of item needs its line, and the compiler asks for it. */
type TypeWalks = { content: Walk; keyOf: (content: unknown) => Walk }

const named = (kind: string): Walk => each(parts({ id: define(kind) }))
const heads = headed(() => same)

const type = (content: Record<string, Walk>, key: Record<string, Walk>): TypeWalks => ({
  content: parts(content),
  keyOf: () => parts({ ...key, evidence }),
})

const chosen = type({ options: named("option") }, { answer: refer, shares: heads })
const levels = parts({ id: define("criterion"), levels: named("level") })

export const typeWalks: Record<ItemTypeName, TypeWalks> = {
  single: chosen,
  "true-false": chosen,
  poll: chosen,
  "evidence-pair": chosen,
  multiple: type({ options: named("option") }, { answers: each(refer), shares: heads }),
  short: type({}, {}),
  numeric: type({}, {}),
  evidence: type({}, {}),
  note: type({}, {}),
  matching: type({ rows: named("row"), options: named("option") }, { pairs: headed(() => refer) }),
  classification: type(
    { categories: named("category"), statements: named("statement") },
    { places: headed(() => refer) },
  ),
  ordering: type({ steps: named("step") }, { order: each(refer) }),
  long: type({}, { rubric: parts({ criteria: each(levels) }) }),
  gap: {
    content: parts({ pieces: each(parts({ gap: define("gap"), options: named("option") })) }),
    keyOf: gapKey,
  },
}

/** A gap to choose for is filled with the id of an option; one to type in with words, which may look like a name. */
function gapKey(content: unknown): Walk {
  const lists = gapsWithList(content)
  const fillOf = (gap: string) => (lists.has(gap) ? refer : same)
  return parts({
    gaps: headed((gap) => each(fillOf(gap))),
    weighed: headed((gap) => each(parts({ fill: fillOf(gap) }))),
    weights: heads,
    evidence,
  })
}

/** By their ids on the side where the walk begins. */
function gapsWithList(content: unknown): Set<unknown> {
  const pieces = isRecord(content) && Array.isArray(content.pieces) ? content.pieces : []
  return new Set(
    pieces.flatMap((piece) => (isRecord(piece) && Array.isArray(piece.options) ? [piece.gap] : [])),
  )
}

/** Words for results, by option. */
export const feedbackWalk: Walk = parts({ options: heads })
