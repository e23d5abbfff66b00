type Typed = { type: string }

/**
 * Whether an item asks anything. A note is a text between questions: it is in no count, no score, no file of results and
 * no analysis, and everything that counts asks this and nothing else. Apart from the types, because the answering page
 * needs it and nothing else of those.
 */
export const isQuestion = ({ type }: Typed): boolean => type !== "note"

/** What each item is called by: questions count from 1 as though nothing stood between them, a note has no number. */
export function questionNumbers(items: readonly Typed[]): (number | null)[] {
  let last = 0
  return items.map((item) => (isQuestion(item) ? ++last : null))
}

/** The same as a condition in SQL, for the item version of this alias; the alias is the caller's own, never input. */
export const asksSomething = (alias: string): string => `${alias}.type <> 'note'`
