import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { itemProblems } from "@/lib/quiz/authored-item"
import { isQuestion, questionNumbers } from "@/lib/quiz/question"

/** What of a lesson is not ready. `code` names a sentence at `lesson.checks`; an item's own problems one of the quiz. */
export type LessonCheck =
  | { about: "lesson"; code: "noItems" | "noPrompts" | "noStance"; blocks: false }
  | { about: "item"; itemId: string; position: number; code: string; blocks: boolean }

export type LessonMatter = {
  items: readonly { position: number; item: AuthoredItem }[]
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

function hasLooseQuotes(key: unknown): boolean {
  const evidence = (key as { evidence?: { quotes?: unknown[]; sentenceIds?: unknown[] } } | null)?.evidence
  return (evidence?.quotes?.length ?? 0) > 0 && (evidence?.sentenceIds?.length ?? 0) === 0
}
