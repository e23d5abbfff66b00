import { z } from "zod"
import type { ItemLevel, ItemProblem } from "@/lib/quiz/item-type"
import { type ItemTypeName, itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"

/** In characters. A text between questions may be a whole passage. */
export const LONGEST_PROMPT = 1000
export const LONGEST_NOTE = 6000

/** The shape at the door: bounded, and no more is believed of it. What an author has to mend is said by `itemProblems`. */
export const authoredItem = z.strictObject({
  /** Null: a new item. */
  itemId: z.uuid().nullable(),
  type: z.enum(itemTypeNames),
  level: z.enum(["author_says", "evidence_holds", "my_view"]),
  title: z.string().trim().max(120).nullable(),
  prompt: z.string().trim().max(LONGEST_NOTE),
  /** What a student may open while answering; null where there is none. */
  hint: z.string().trim().max(500).nullable(),
  points: z.int().min(1).max(20),
  skills: z.array(z.string().trim().min(1).max(40)).max(8),
  /** The type's public shape. */
  content: z.unknown(),
  /** The type's key shape; null while none is set, and always for a view. */
  key: z.unknown(),
  /** Shown with results: by option id, for an answer that is right or wrong, for evidence that does not prove it. */
  feedback: z.strictObject({
    options: z.record(z.uuid(), z.string().max(600)).optional(),
    right: z.string().max(600).optional(),
    wrong: z.string().max(600).optional(),
    evidence: z.string().max(600).optional(),
  }),
  explanation: z.string().trim().max(2000).nullable(),
})

/** An item as its author sees it: the public part and the key together. Never goes to a student's browser. */
export type AuthoredItem = z.infer<typeof authoredItem>

/** A new, empty item of a type. Option ids come from the caller: random ones. */
export function blankItem(type: ItemTypeName, newOptionId: () => string): AuthoredItem {
  const { blank, levels } = itemTypeOf(type)
  const { content, key } = blank(newOptionId)
  const level = levels[0] ?? "author_says"
  const common = { itemId: null, type, level, title: null, prompt: "", hint: null, points: 1 }
  return { ...common, skills: [], content, key, feedback: {}, explanation: null }
}

export const longestPrompt = (item: Pick<AuthoredItem, "type">): number =>
  isQuestion(item) ? LONGEST_PROMPT : LONGEST_NOTE

export const isKeyed = (level: ItemLevel): boolean => level !== "my_view"

/**
 * All that an author has to mend before the item can be given to a class. A question for a student's own view may
 * carry no key, in no way: an opinion is never right or wrong here.
 */
export function itemProblems(item: AuthoredItem, sentenceIds: ReadonlySet<string>): ItemProblem[] {
  const problems: ItemProblem[] = []
  if (item.prompt.trim() === "") problems.push({ field: "prompt", code: "noPrompt" })
  if (item.prompt.length > longestPrompt(item)) problems.push({ field: "prompt", code: "promptTooLong" })
  if (!itemTypeOf(item.type).levels.includes(item.level))
    problems.push({ field: "level", code: "wrongLevel" })
  const key = item.key ?? null
  if (isKeyed(item.level) && key === null) problems.push({ field: "key", code: "keyMissing" })
  if (!isKeyed(item.level) && key !== null) problems.push({ field: "key", code: "viewKeyed" })
  problems.push(...itemTypeOf(item.type).problems({ content: item.content, key }, sentenceIds))
  return unique(problems)
}

/**
 * A draft may be stored while its key is still missing or half done: it cannot be given to a class. Anything else has to
 * be mended first, and so has a key on a view or evidence that is not in the text.
 */
export const blocksSaving = ({ field, code }: ItemProblem): boolean =>
  (field !== "key" && field !== "evidence") || ["shape", "viewKeyed", "evidenceElsewhere"].includes(code)

const unique = (problems: ItemProblem[]): ItemProblem[] =>
  problems.filter(
    (one, at) => problems.findIndex(({ field, code }) => field === one.field && code === one.code) === at,
  )
