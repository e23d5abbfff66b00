import { z } from "zod"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { keyEvidence } from "@/lib/quiz/evidence"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { rubric } from "@/lib/quiz/rubric"

/** What an item offers and what is right about it, in words: for its author, whatever the type. */
export type ItemWords = {
  /** `isRight` is null where nothing is, as in a view. */
  options: { text: string; isRight: boolean | null }[]
  /** Wordings or numbers that count. */
  answers: string[]
  /** Several places to answer: "Gap 1", a row, a position; with what is right there. */
  parts: { label: string; right: string | null }[]
  /** By what a teacher grades it. */
  criteria: string[]
  /** Phrases of the text that prove it. */
  quotes: string[]
}

const withRubric = z.object({ rubric })

/** A key that is half done says nothing; content of another shape offers nothing. */
export function itemInWords({
  type,
  content,
  key,
}: Pick<AuthoredItem, "content" | "key"> & { type: string }): ItemWords {
  const kind = itemTypeOf(type)
  const held = key !== null && key !== undefined && kind.isKey(key) ? key : null
  const quotes = keyEvidence.safeParse(key).data?.evidence.quotes ?? []
  const criteria = withRubric.safeParse(key).data?.rubric.criteria.map(({ title }) => title) ?? []
  if (!kind.isContent(content)) return { options: [], answers: [], parts: [], criteria, quotes }
  const told = kind.toldKey(content, held)
  return {
    options: kind.options(content).map(({ id, text }) => {
      return { text, isRight: held === null ? null : told.optionIds.includes(id) }
    }),
    answers: told.answers,
    parts: kind.parts(content, null, held).map(({ label, rightText }) => ({ label, right: rightText })),
    criteria,
    quotes,
  }
}
