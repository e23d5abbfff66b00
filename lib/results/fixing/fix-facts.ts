import type { CountingPolicy } from "@/lib/quiz/counted-attempt"
import type { ItemKey } from "@/lib/quiz/item-key"
import type { Finding, ItemLevel } from "@/lib/quiz/item-type"
import type { StoredAttempt } from "../choose-attempt"
import type { CountingItem } from "../item-points"
import type { AnswerFacts, ItemFacts, StudentFacts } from "../results-facts"

/** The item that is put right, as it stands in this assignment. */
export type FixedItem = ItemFacts & {
  itemVersionId: string
  level: ItemLevel
  content: unknown
  heldKey: ItemKey | null
  /** Points it has by its lesson. */
  lessonPoints: number
  /** Null: as many as the lesson says. */
  ownPoints: number | null
}

/** A row of "Scoring", for the item that is put right. */
export type StandingScoring = {
  scoringId: string
  batchId: string | null
  saveNumber: number | null
  keyRevision: number
  numerator: number | null
  denominator: number | null
  finding: Finding
  givenByHand: boolean
}

/** What one finished attempt has for the item. */
export type ItemAttempt = {
  attemptId: string
  enrolmentId: string
  response: { saveNumber: number; value: unknown } | null
  /** The newest row; null where there is none. */
  standing: StandingScoring | null
  /** The row before it. */
  previous: StandingScoring | null
}

export type FixStudent = Pick<StudentFacts, "enrolmentId" | "displayName" | "hasLeft"> & {
  /** The student's own. */
  dueAt: Date
  /** All that are finished. */
  attempts: StoredAttempt[]
}

/** All that a change of an item is worked out of: every finished attempt of the assignment, and what it earned. */
export type FixFacts = {
  item: FixedItem
  items: readonly (CountingItem & Pick<ItemFacts, "itemId" | "pool">)[]
  students: readonly FixStudent[]
  answers: readonly AnswerFacts[]
  itemAttempts: readonly ItemAttempt[]
  policy: CountingPolicy
  /** Attempts under way that have the item: scored when they are handed in. */
  openAttempts: number
  /** The last thing that was done to any item of the assignment. */
  newestBatchId: string | null
}
