import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import type { Rubric } from "@/lib/quiz/rubric"
import type { Quiz } from "@/tests/support/factories-quiz"

/** What only graders are to read. */
export const GUIDELINES = "Canary of the guidelines: a good answer names both."

/** Two long answers, each judged by two criteria of three levels. */
export function longItems(): AuthoredItem[] {
  return ["Was it neutral?", "Who gains by it?"].map((prompt) => ({
    ...blankItem("long", newRandomId),
    prompt,
    points: 4,
    content: { maxLength: 500, cite: 2 },
    key: { rubric: madeRubric(), evidence: { quotes: [], sentenceIds: [] } },
  }))
}

const madeRubric = (): Rubric => ({
  guidelines: GUIDELINES,
  criteria: ["Claim", "Proof"].map((title) => ({
    id: newRandomId(),
    title,
    levels: ["None", "Some", "All of it"].map((text, points) => ({
      id: newRandomId(),
      text: `${title}: ${text}`,
      points,
    })),
  })),
})

/** The rubric of the nth item. */
export function rubricOf(quiz: Quiz, item: number): Rubric {
  const { rubric } = (quiz.items[item]?.key ?? { rubric: { criteria: [] } }) as { rubric: Rubric }
  return rubric
}

/** The levels at these places, one for each criterion. */
export function levelsAt(rubric: Rubric, places: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    rubric.criteria.map(({ id, levels }, at) => [id, levels[places[at] ?? 0]?.id ?? ""]),
  )
}

/** An answer to each of the two, in this student's words. */
export const longAnswers = (quiz: Quiz, of: string) => ({
  0: { text: `${of} says it was not.`, sentences: [quiz.sentenceIds[0] ?? ""] },
  1: { text: `${of} says who gains.`, sentences: [] },
})
