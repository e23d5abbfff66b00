import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { QuizFormat } from "@/lib/quiz/exchange/detect-format"
import type { Answer, Remark } from "@/lib/quiz/exchange/exchange-item"
import type { QuizImportPlan } from "@/lib/quiz/exchange/plan-import"
import { sameness } from "@/lib/quiz/sameness"

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

/** The plan item by item, each with what is said about it, and which questions the lesson has already. */
export function viewPlan(plan: QuizImportPlan, there: readonly AuthoredItem[]): PlannedQuiz {
  const known = new Set(there.map(sameness))
  const taken = new Map(plan.taken.map(({ number, item }) => [number, item]))
  const items = plan.items.map(({ number, line, type, prompt }) => {
    const item = taken.get(number)
    const same = item && sameness(item)
    const state: PlannedState = !same ? "cannot" : known.has(same) ? "there" : "new"
    if (same) known.add(same)
    const remarks = plan.warnings.filter((remark) => remark.line === line)
    return { number, line, type, prompt, state, remarks }
  })
  return { format: plan.format, items, skipped: plan.skipped }
}
