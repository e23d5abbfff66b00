import type { CountingPolicy } from "@/lib/quiz/counted-attempt"
import type { Fraction } from "@/lib/quiz/fraction"
import type { ReleasePolicy } from "@/lib/quiz/release"

/** Flat facts of a class: what its gradebook is made of. */
export type GradebookFacts = {
  works: readonly WorkFacts[]
  people: readonly PersonFacts[]
  /** Of one student in one assignment; where none is given, nothing has happened. Keys by `cellKey`. */
  cells: ReadonlyMap<string, CellFacts>
  categories: readonly CategoryFacts[]
  missingCounts: MissingCounts
}

export const cellKey = (enrolmentId: string, assignmentId: string): string => `${enrolmentId} ${assignmentId}`

/** Whether work that was never handed in counts as nothing once the assignment has closed, or is left out. */
export const missingCounts = ["zero_after_close", "never"] as const
export type MissingCounts = (typeof missingCounts)[number]

/** An assignment of the class: a column. Dates are the class's. */
export type WorkFacts = CountingPolicy & {
  assignmentId: string
  title: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  /** Points that can be had; 0 where nothing is scored. */
  possible: number
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  categoryId: string | null
}

export type PersonFacts = { enrolmentId: string; displayName: string; userName: string; hasLeft: boolean }

export type CategoryFacts = {
  id: string
  name: string
  /** Against the others' weights; 0 counts for nothing. */
  weight: number
  /** How many of a student's lowest shares are left out; one is always left. */
  dropLowest: number
}

export type CellFacts = {
  /** The student's own, where they are not the class's. */
  dueAt: Date | null
  closesAt: Date | null
  excused: boolean
  /** Has begun to read or to answer. */
  begun: boolean
  /** Those of which one counts: see `considered`. */
  attempts: readonly CellAttempt[]
  override: Override | null
}

export type CellAttempt = {
  number: number
  /** Null while open. */
  submittedAt: Date | null
  reopened: boolean
  earned: Fraction
  /** Answers that a teacher has yet to grade. */
  waiting: number
}

/** What a teacher set a score to: points of so many. */
export type Override = { earned: Fraction; possible: number }
