import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType, type ItemProblem, type ResponseState } from "@/lib/quiz/item-type"
import { neutralOrder } from "@/lib/quiz/neutral-order"
import type { Option } from "@/lib/quiz/options"
import { areKnown, everyRow, scoreRows, tellRows } from "@/lib/quiz/row-choices"
import { AUTHORS_ORDER } from "@/lib/quiz/shuffle"
import { classificationProgress } from "@/lib/quiz/types/classification/progress"
import {
  type ClassificationContent,
  type ClassificationKey,
  type ClassificationResponse,
  content,
  FEWEST_CATEGORIES,
  FEWEST_STATEMENTS,
  key,
  response,
} from "@/lib/quiz/types/classification/shapes"

/** Statements, each to be put into exactly one of a few categories. A category may stay empty. */
export const classification = defineItemType({
  name: "classification",
  content,
  response,
  key,
  // Categories are often steps or opposites: they keep the author's order. Statements are often written category by
  // category, so that a shuffle of them begins at the order of their words.
  present: ({ categories, statements }, seed) => ({
    categories,
    statements: seed === AUTHORS_ORDER ? statements : neutralOrder(statements, seed),
  }),
  check,
  score: (right, given, { statements }) => scoreRows(statements, right.places, given.places),
  problems,
  blank: (newOptionId) => {
    const blanks = (count: number) => Array.from({ length: count }, () => ({ id: newOptionId(), text: "" }))
    return { content: { categories: blanks(2), statements: blanks(4) }, key: null }
  },
  told: () => ({}),
  toldKey: () => ({}),
  parts: ({ statements: rows, categories: options }, given, right) =>
    tellRows({ rows, options }, given?.places, right?.places),
})

function check(
  { categories, statements }: ClassificationContent,
  { places }: ClassificationResponse,
): ResponseState {
  if (!areKnown(statements, categories, places)) return "invalid"
  return classificationProgress({ places: everyRow(statements, places) })
}

function problems(
  {
    content: { categories, statements },
    key: right,
  }: { content: ClassificationContent; key: ClassificationKey | null },
  sentenceIds: ReadonlySet<string>,
): ItemProblem[] {
  const found: ItemProblem[] = [
    ...listProblems(categories, {
      field: "categories",
      fewest: FEWEST_CATEGORIES,
      of: "Category",
      many: "Categories",
    }),
    ...listProblems(statements, {
      field: "statements",
      fewest: FEWEST_STATEMENTS,
      of: "Statement",
      many: "Statements",
    }),
  ]
  if (!right) return found
  if (!statements.every(({ id }) => categories.some((category) => category.id === right.places[id])))
    found.push({ field: "key", code: "statementUnplaced" })
  return [...found, ...evidenceProblems(right.evidence, sentenceIds)]
}

type ListRule = { field: string; fewest: number; of: string; many: string }

function listProblems(list: readonly Option[], { field, fewest, of, many }: ListRule): ItemProblem[] {
  const texts = list.map(({ text }) => text.trim().toLowerCase())
  const found: ItemProblem[] = []
  if (list.length < fewest) found.push({ field, code: `tooFew${many}` })
  if (texts.includes("")) found.push({ field, code: `empty${of}` })
  else if (new Set(texts).size < list.length) found.push({ field, code: `same${of}` })
  if (new Set(list.map(({ id }) => id)).size < list.length) found.push({ field, code: "shape" })
  return found
}
