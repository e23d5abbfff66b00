import type { ChoiceList, FairItem } from "@/lib/quiz/fairness/fair-item"

/** An item as the rules of fairness see it: a single choice of the text, unless told otherwise. */
export function fair(part: Partial<FairItem> = {}): FairItem {
  return {
    itemId: "item",
    position: 1,
    type: "single",
    level: "author_says",
    prompt: "What came with the factory?",
    skills: [],
    lists: [],
    holds: null,
    ...part,
  }
}

/** Options of which the one that begins with "*" is right. */
export function list(texts: readonly string[], leadIn = ""): ChoiceList {
  return {
    leadIn,
    choices: texts.map((text) => ({ text: text.replace(/^\*/, ""), isRight: text.startsWith("*") })),
  }
}

export const choosing = (texts: readonly string[], prompt = "What came with the factory?"): FairItem =>
  fair({ prompt, lists: [list(texts, prompt)] })

export const statement = (prompt: string, holds: boolean | null): FairItem =>
  fair({ type: "true-false", prompt, holds })
