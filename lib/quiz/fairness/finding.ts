import type { FairItem } from "@/lib/quiz/fairness/fair-item"

/** Every thing a check may say. Each has a sentence for what, why and what to do at `quiz.fairness.rules`. */
export const findingCodes = [
  "keyedOpinion",
  "absoluteDistractor",
  "absoluteStatement",
  "allOfTheAbove",
  "noneOfTheAbove",
  "longestKey",
  "negativeStem",
  "sameOptions",
  "overlappingOptions",
  "overlappingRanges",
  "grammarClue",
  "doubleNegative",
  "negatedStatement",
  "longestOften",
  "keyPosition",
  "oneSide",
  "unevenSides",
] as const

export type FindingCode = (typeof findingCodes)[number]

/** Something an author may want to look at. It blocks nothing. `values` fill its sentence. */
export type Finding = {
  code: FindingCode
  /** The item it is about; null where it is about the quiz. */
  item: { itemId: string; position: number } | null
  values: Record<string, string | number>
}

export function findingOn(
  { itemId, position }: Pick<FairItem, "itemId" | "position">,
  code: FindingCode,
  values: Finding["values"] = {},
): Finding {
  return { code, item: { itemId, position }, values: quotable(values) }
}

/** Words as they stand between quotation marks within a sentence: without their own full stop. */
const quotable = (values: Finding["values"]): Finding["values"] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value.trim().replace(/(?<!\b[A-Z])\.$/, "") : value,
    ]),
  )
