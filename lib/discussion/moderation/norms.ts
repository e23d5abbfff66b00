import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"

export const MAX_NORMS = 12
export const MAX_NORM = 200

/** The norms every class begins with, under number 0: their sentences stand with the app's other words. */
export const firstNorms = ["argument", "fairly", "rests", "private", "change"] as const
export type FirstNorm = (typeof firstNorms)[number]

/** The norms of a class. `list` is null for number 0: those the app begins with. */
export type NormsView = { number: number; list: string[] | null }

/** How many norms there are. */
export const normCount = ({ list }: NormsView): number => list?.length ?? firstNorms.length

/** What a teacher wrote, one norm a line, as it will be kept. Null: it is what stands already. */
export function decideNorms(mayEdit: boolean, text: string, standing: NormsView): Decision<string[] | null> {
  if (!mayEdit) return refuse("forbidden", "discussion.mayNotSetNorms")
  const list = text
    .split("\n")
    .map(cleanText)
    .filter((line) => countVisible(line) > 0)
  if (list.length === 0) return refuse("invalid", "discussion.normsEmpty", { field: "text" })
  if (list.length > MAX_NORMS)
    return refuse("invalid", "discussion.tooManyNorms", { field: "text", params: { max: MAX_NORMS } })
  const long = list.findIndex((line) => countVisible(line) > MAX_NORM)
  if (long >= 0) {
    const params = { line: long + 1, max: MAX_NORM }
    return refuse("invalid", "discussion.normTooLong", { field: "text", params })
  }
  return allow(isSame(list, standing.list) ? null : list)
}

const isSame = (list: readonly string[], other: readonly string[] | null): boolean =>
  other !== null && list.length === other.length && list.every((line, index) => line === other[index])
