import type { Grade, Rubric } from "@/lib/quiz/rubric"
import type { GradeStanding } from "./grade-standing"

/** How the answers of an assignment are graded. */
export type GradingRules = {
  asksSecond: boolean
  holds: boolean
  /** When held grades were released; null while they are not. */
  releasedAt: Date | null
}

/** A grade as it stands. `scoringId` names it, for whoever gives another. */
export type GivenGrade = Grade & {
  scoringId: string
  /** Of the answer it was given for. */
  saveNumber: number | null
  by: string
  byId: string | null
  at: Date
  /** The rubric it was given by, where the question's key has been revised since; else null. */
  earlierRubric: Rubric | null
}

/** What a second grader gave without seeing the first grade, and that first grade as it was then. */
export type SecondGiven = Grade & {
  againstId: string
  saveNumber: number | null
  by: string
  byId: string
  at: Date
  first: Grade | null
}

/** What one grader has begun. Without levels and comment it was given or dropped, and only its number matters. */
export type GradeDraft = {
  attemptId: string
  itemId: string
  number: number
  grade: Grade | null
  basedOn: string | null
  savedAt: Date
}

export type GradeReply = {
  id: string
  attemptId: string
  itemId: string
  fromStudent: boolean
  by: string
  body: string
  createdAt: Date
  readAt: Date | null
}

/** What results know of an answer's grade, as one viewer may see it. */
export type GradedFacts = {
  /** Of the answer as it was read. */
  saveNumber: number | null
  numerator: number | null
  denominator: number | null
  given: GivenGrade | null
  second: SecondGiven | null
  standing: GradeStanding
  /** Somebody graded it, and the viewer is to grade it without seeing how. */
  awaitsMine: boolean
}
