import { z } from "zod"
import type { ItemProblem } from "@/lib/quiz/item-type"

export const FEWEST_OPTIONS = 2
export const MOST_OPTIONS = 8

/** An option that a student may choose. Its id is random (v4), so that neither id nor order tells which was made first. */
export const option = z.strictObject({ id: z.uuid(), text: z.string().max(500) })
export const options = z.array(option).max(MOST_OPTIONS)

export type Option = z.infer<typeof option>

/** What an author has to mend about a list of options; `answer` is the id of the right one, null where there is none. */
export function optionProblems(list: readonly Option[], answer: string | null | undefined): ItemProblem[] {
  const problems: ItemProblem[] = []
  if (list.length < FEWEST_OPTIONS) problems.push({ field: "options", code: "tooFewOptions" })
  if (list.some(({ text }) => text.trim() === "")) problems.push({ field: "options", code: "emptyOption" })
  if (hasRepeats(list.map(({ text }) => text.trim().toLowerCase())))
    problems.push({ field: "options", code: "sameOption" })
  if (hasRepeats(list.map(({ id }) => id))) problems.push({ field: "options", code: "shape" })
  if (answer !== undefined && !list.some(({ id }) => id === answer))
    problems.push({ field: "key", code: "noRightOption" })
  return problems
}

/** Shares of options that are not there. */
export function shareProblems(
  shares: Readonly<Record<string, number>> | undefined,
  list: readonly Option[],
): ItemProblem[] {
  const isThere = Object.keys(shares ?? {}).every((one) => list.some(({ id }) => id === one))
  return isThere ? [] : [{ field: "key", code: "shape" }]
}

const hasRepeats = (list: readonly string[]): boolean => new Set(list).size < list.length
