import { type AuthoredItem, isKeyed, itemProblems } from "@/lib/quiz/authored-item"
import { isQuestion, questionNumbers } from "@/lib/quiz/question"
import { sameness } from "@/lib/quiz/sameness"

/** What of a lesson is not ready. `code` names a sentence at `lesson.checks`; an item's own problems one of the quiz. */
export type LessonCheck =
  | { about: "lesson"; code: "noItems" | "noPrompts" | "noStance"; blocks: false }
  | { about: "pool"; pool: string; code: "poolDrawsTooMany" | "poolPointsDiffer"; blocks: true }
  /** `other`: the number of the question that it repeats. */
  | { about: "item"; itemId: string; position: number; code: string; blocks: boolean; other?: number }

type MatterItem = { position: number; item: AuthoredItem; pool?: { name: string; draw: number } | null }

export type LessonMatter = {
  items: readonly MatterItem[]
  promptCount: number
  hasStanceStatement: boolean
  sentenceIds: ReadonlySet<string>
}

/**
 * All that a teacher should look at before giving a lesson to a class. What would make answers impossible to score
 * blocks it. A lesson without questions, discussion or stance can be given: those steps are left out, and that is said.
 */
export function checkLesson(matter: LessonMatter): LessonCheck[] {
  const numbers = questionNumbers(matter.items.map(({ item }) => item))
  const checks: LessonCheck[] = matter.items.flatMap((placed, at) =>
    itemChecks({ ...placed, position: numbers[at] ?? placed.position }, matter.sentenceIds),
  )
  checks.push(...repetitions(matter.items, numbers))
  checks.push(...poolChecks(matter.items))
  if (!matter.items.some(({ item }) => isQuestion(item)))
    checks.push({ about: "lesson", code: "noItems", blocks: false })
  if (matter.promptCount === 0) checks.push({ about: "lesson", code: "noPrompts", blocks: false })
  if (!matter.hasStanceStatement) checks.push({ about: "lesson", code: "noStance", blocks: false })
  return checks
}

function itemChecks(
  { position, item }: { position: number; item: AuthoredItem },
  sentenceIds: ReadonlySet<string>,
): LessonCheck[] {
  const about = { about: "item", itemId: item.itemId ?? "", position } as const
  const problems = itemProblems(item, sentenceIds).map(({ code }) => ({ ...about, code, blocks: true }))
  // Quotes that stand nowhere in this text: the item can be scored, but its results can point to no sentence.
  const loose = problems.length === 0 && hasLooseQuotes(item.key)
  return loose ? [{ ...about, code: "looseEvidence", blocks: false }] : problems
}

/** Questions that stand in the lesson twice, as happens when a file is put in again: one of them is enough. */
function repetitions(items: readonly MatterItem[], numbers: readonly (number | null)[]): LessonCheck[] {
  const first = new Map<string, number>()
  return items.flatMap(({ item, position }, at) => {
    const number = numbers[at] ?? position
    const same = sameness(item)
    const other = first.get(same)
    if (!isQuestion(item) || item.prompt.trim() === "") return []
    if (other === undefined) first.set(same, number)
    const about = { about: "item", itemId: item.itemId ?? "", position: number, blocks: false } as const
    return other === undefined ? [] : [{ ...about, code: "sameQuestion", other }]
  })
}

/** Whatever is drawn from a pool must be there, and be worth the same: else students are graded out of different totals. */
function poolChecks(items: readonly MatterItem[]): LessonCheck[] {
  const pools = new Map(items.flatMap(({ pool }) => (pool ? [[pool.name, pool.draw]] : [])))
  return [...pools].flatMap(([name, draw]) => {
    const own = items.filter(({ pool }) => pool?.name === name).map(({ item }) => item)
    const worth = new Set(own.map(({ level, points }) => (isKeyed(level) ? points : 0)))
    const about = { about: "pool", pool: name, blocks: true } as const
    return [
      ...(draw > own.length ? [{ ...about, code: "poolDrawsTooMany" } as const] : []),
      // Where everybody gets all of it, the total is the same.
      ...(worth.size > 1 && draw < own.length ? [{ ...about, code: "poolPointsDiffer" } as const] : []),
    ]
  })
}

function hasLooseQuotes(key: unknown): boolean {
  const evidence = (key as { evidence?: { quotes?: unknown[]; sentenceIds?: unknown[] } } | null)?.evidence
  return (evidence?.quotes?.length ?? 0) > 0 && (evidence?.sentenceIds?.length ?? 0) === 0
}
