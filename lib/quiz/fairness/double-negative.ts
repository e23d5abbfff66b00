import type { FairItem } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"
import { countNegations } from "@/lib/quiz/fairness/word-lists"

/**
 * Two negations that a reader has to put together: in one clause, in a question and its options, or in a statement whose
 * "false" denies a denial.
 */
export function findDoubleNegative(item: FairItem): Finding[] {
  const clause = clausesOf(item.prompt).find((one) => countNegations(one) >= 2)
  if (clause) return [findingOn(item, "doubleNegative", { words: clause })]
  const denies = countNegations(item.prompt) > 0
  if (item.type === "true-false")
    return denies ? [findingOn(item, "negatedStatement", { words: item.prompt })] : []
  const texts = item.lists.flatMap(({ choices }) => choices.map(({ text }) => text))
  const most = asks(item.prompt) ? 1 : 2
  const option = texts.find((text) => clausesOf(text).some((one) => countNegations(one) >= most))
  return option ? [findingOn(item, "doubleNegative", { words: option })] : []
}

/** Negations on two sides of a comma are rarely put together. */
const clausesOf = (text: string): string[] => text.split(/[.!?;:,]+/).filter((one) => one.trim() !== "")

/** Whether the question that the options answer is the one that denies: the last that is asked, else the last sentence. */
function asks(prompt: string): boolean {
  const sentences = prompt.match(/[^.!?]+[.!?]*/g) ?? []
  const question = sentences.findLast((one) => one.includes("?")) ?? sentences.at(-1) ?? ""
  return countNegations(question) > 0
}
