import type { Fraction } from "@/lib/quiz/fraction"
import { nextStep, type StepView, type WindowState } from "./steps"

/** An assignment as home shows it. Dates are the student's own. */
export type HomeAssignment = {
  id: string
  title: string
  className: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  classDueAt: Date
  /** Until when a first post in the discussion is asked for, where that is still to come and nothing is posted yet. */
  ownPostBy: Date | null
  excused: boolean
  /** When a teacher last asked the student to go on, lately. */
  nudgedAt: Date | null
  window: WindowState
  steps: StepView[]
  /** Something of it was done or opened. */
  started: boolean
  resultsOut: boolean
  /** What a teacher's putting a question right did to a score that was out already, lately; null where nothing. */
  scoreChange: { before: Fraction; after: Fraction; at: Date } | null
  sentencesRead: number
  /** Sentences per paragraph, for the ruler. */
  paragraphs: number[]
  /** Where reading stopped. */
  place: { paragraph: number; ordinal: number; text: string } | null
}

export type HomeArrangement = {
  /** The one thing to do next. */
  main: HomeAssignment | null
  alsoDue: HomeAssignment[]
  /** Given, not open yet. */
  upcoming: HomeAssignment[]
  /** Quiz results that may be seen. */
  results: HomeAssignment[]
  /** Finished, or closed without results to see. */
  past: HomeAssignment[]
}

/**
 * Puts a student's assignments in the order in which they call. First what can still be done in time, by due date;
 * what is overdue but open comes after it. Ties are broken by id, so that nothing jumps between two visits.
 */
export function arrangeHome(assignments: readonly HomeAssignment[], now: Date): HomeArrangement {
  const sorted = [...assignments].sort(
    (one, other) => compare(one.dueAt, other.dueAt) || (one.id < other.id ? -1 : 1),
  )
  const open = sorted.filter(isToDo)
  const due = [...open.filter((one) => one.dueAt > now), ...open.filter((one) => one.dueAt <= now)]
  const results = sorted.filter((one) => one.resultsOut).reverse()
  return {
    main: due[0] ?? null,
    alsoDue: due.slice(1),
    upcoming: sorted.filter((one) => one.window === "before" && !one.excused),
    results,
    past: sorted.filter((one) => one.window !== "before" && !isToDo(one) && !one.resultsOut).reverse(),
  }
}

/** Open, not excused, and with a step left. */
const isToDo = (one: HomeAssignment): boolean =>
  one.window === "open" && !one.excused && nextStep(one.steps) !== null

const compare = (one: Date, other: Date): number => one.getTime() - other.getTime()

/** How many sentences stand before a place, counted over paragraphs. */
export function sentencesBefore(
  paragraphs: readonly number[],
  place: { paragraph: number; ordinal: number },
): number {
  const before = paragraphs.slice(0, place.paragraph - 1).reduce((sum, count) => sum + count, 0)
  return before + place.ordinal - 1
}
