import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { QuizFormat } from "@/lib/quiz/exchange/detect-format"
import { type Answer, type Remark, remark } from "@/lib/quiz/exchange/exchange-item"
import type { QuizImportPlan } from "@/lib/quiz/exchange/plan-import"
import { evenWords, sameness } from "@/lib/quiz/sameness"

/** new: would be put in. there: the lesson, or the file further up, has the same question. cannot: no lesson can take it. */
export type PlannedState = "new" | "there" | "cannot"

export type PlannedItem = {
  number: number
  line: number
  type: Answer["type"]
  prompt: string
  state: PlannedState
  remarks: Remark[]
}

/** What a teacher looks at before a file's items are put into a lesson. */
export type PlannedQuiz = { format: QuizFormat; items: PlannedItem[]; skipped: Remark[] }

/**
 * The plan item by item, each with what is said about it, and which questions the lesson has already. One that asks in the
 * same words with other answers is new, and that is said.
 */
export function viewPlan(plan: QuizImportPlan, there: readonly AuthoredItem[]): PlannedQuiz {
  const known = new Set(there.map(sameness))
  const asked = new Set(there.flatMap(wordsOf))
  const taken = new Map(plan.taken.map(({ number, item }) => [number, item]))
  const items = plan.items.map(({ number, line, type, prompt }) => {
    const item = taken.get(number)
    const same = item && sameness(item)
    const state: PlannedState = !same ? "cannot" : known.has(same) ? "there" : "new"
    const isAlike = state === "new" && item && wordsOf(item).some((words) => asked.has(words))
    if (same) known.add(same)
    for (const words of item ? wordsOf(item) : []) asked.add(words)
    const said = plan.warnings.filter((one) => one.line === line)
    const remarks = isAlike ? [...said, remark(line, "sameWords")] : said
    return { number, line, type, prompt, state, remarks }
  })
  return { format: plan.format, items, skipped: plan.skipped }
}

/** What a question asks; of a text with gaps the prompt is the same for all of them. */
const wordsOf = ({ type, prompt }: AuthoredItem): string[] => (type === "gap" ? [] : [evenWords(prompt)])
