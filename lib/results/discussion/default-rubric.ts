import type { Rubric } from "@/lib/quiz/rubric"

const CRITERIA = ["text", "answers", "fair"] as const
const POINTS = [0, 1, 2, 3] as const

type Place = `${(typeof CRITERIA)[number]}.${"title" | (typeof POINTS)[number]}`

/** What the discussion of an assignment is judged by until a teacher says otherwise. The same ids for everybody. */
export const defaultDiscussionRubric = (words: (place: Place) => string): Rubric => ({
  criteria: CRITERIA.map((criterion, at) => ({
    id: idOf(at + 1, 9),
    title: words(`${criterion}.title`),
    levels: POINTS.map((points) => ({
      id: idOf(at + 1, points),
      text: words(`${criterion}.${points}`),
      points,
    })),
  })),
})

const idOf = (criterion: number, place: number): string =>
  `d15c0550-0000-4000-8000-0000000000${criterion}${place}`
