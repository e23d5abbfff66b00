import type { ItemLevel } from "@/lib/quiz/item-type"
import { itemTypeOf } from "@/lib/quiz/item-types"

export type AppealableFacts = {
  type: string
  level: ItemLevel
  content: unknown
  value: unknown
  /** A score counts now. */
  isScored: boolean
}

/**
 * Whether "I think this is wrong" can be said of an answer: something was answered, it is no view, and no teacher has yet
 * to read it. A number that could not be read is answered, though nothing was scored.
 */
export function isAppealable({ type, level, content, value, isScored }: AppealableFacts): boolean {
  if (level === "my_view") return false
  const { isGradedByHand, told, parts } = itemTypeOf(type)
  if (isGradedByHand && !isScored) return false
  const { optionIds, sentenceIds, text } = told(content, value)
  if (optionIds.length > 0 || sentenceIds.length > 0 || (text ?? "").trim() !== "") return true
  return parts(content, value, null).some((part) => part.text !== null)
}
