import { z } from "zod"
import type { PublicItem } from "@/lib/quiz/public-item"
import { isQuestion } from "@/lib/quiz/question"

/** An item as it stands on paper: what is asked, and what kind of room there is to answer. Nothing of the key. */
export type PaperItem = {
  itemId: string
  /** As a question is called; null for a text between questions. */
  number: number | null
  prompt: string
  points: number
  /** Options to tick, or to match with `rows`. */
  options: string[]
  /** Each gets a letter or number of an option written beside it. */
  rows: string[]
  /** Each gets its place in the right order written before it. */
  steps: string[]
  /** A text with lines where words are missing, or null. */
  cloze: string | null
  /** Asks for the numbers of so many sentences; `ask` where the item says how. */
  sentences: { ask: string | null; count: number } | null
  /** Empty lines to write on. */
  lines: number
}

const words = z.looseObject({ text: z.string() })

/** What the public shapes of all types have in common, whatever type they are of: a type that is new here prints too. */
const shape = z.looseObject({
  options: z.array(words).optional(),
  categories: z.array(words).optional(),
  statements: z.array(words).optional(),
  rows: z.array(words).optional(),
  steps: z.array(words).optional(),
  pieces: z.array(z.looseObject({ text: z.string().optional() })).optional(),
  maxLength: z.number().optional(),
  choose: z.number().optional(),
  cite: z.number().optional(),
  evidencePrompt: z.string().optional(),
})
type Shape = z.infer<typeof shape>

const GAP = "______________"
/** About what a hand writes on one line of a page. */
const CHARACTERS_A_LINE = 120
const MOST_LINES = 14

export function paperItem(item: PublicItem, number: number | null): PaperItem {
  const content = shape.safeParse(item.content).data ?? {}
  const texts = (list: readonly { text: string }[] | undefined) => (list ?? []).map(({ text }) => text)
  const count = content.choose ?? content.cite
  return {
    itemId: item.itemId,
    number,
    prompt: item.prompt,
    points: item.points,
    options: texts(content.options ?? content.categories),
    rows: texts(content.rows ?? content.statements),
    steps: texts(content.steps),
    cloze: content.pieces ? content.pieces.map(({ text }) => text ?? GAP).join("") : null,
    sentences: count ? { ask: content.evidencePrompt || null, count } : null,
    lines: linesFor(item.type, content),
  }
}

function linesFor(type: string, content: Shape): number {
  if (content.maxLength)
    return Math.min(MOST_LINES, Math.max(1, Math.ceil(content.maxLength / CHARACTERS_A_LINE)))
  const isAnswered =
    content.options || content.statements || content.steps || content.pieces || content.choose
  return isAnswered || !isQuestion({ type }) ? 0 : 2
}
