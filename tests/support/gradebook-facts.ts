import { fraction } from "@/lib/quiz/fraction"
import { buildGradebook, type Gradebook } from "@/lib/results/gradebook/build-gradebook"
import {
  type CategoryFacts,
  type CellAttempt,
  type CellFacts,
  cellKey,
  type GradebookFacts,
  type WorkFacts,
} from "@/lib/results/gradebook/gradebook-facts"

// Facts of a gradebook as the database would tell them, with nothing remarkable but what a test says.

const DAY = 24 * 3_600_000
export const NOW = new Date("2026-11-20T12:00:00Z")
export const daysFromNow = (days: number): Date => new Date(NOW.getTime() + days * DAY)

export const madeWork = (assignmentId: string, changes: Partial<WorkFacts> = {}): WorkFacts => ({
  assignmentId,
  title: assignmentId,
  opensAt: daysFromNow(-9),
  dueAt: daysFromNow(-3),
  closesAt: daysFromNow(-1),
  possible: 10,
  countedAttempt: "newest",
  latePercentPerDay: 0,
  latePercentMost: 100,
  releasePolicy: "on_submit",
  releasedAt: null,
  categoryId: null,
  ...changes,
})

export const madeCell = (changes: Partial<CellFacts> = {}): CellFacts => ({
  dueAt: null,
  closesAt: null,
  excused: false,
  begun: false,
  attempts: [],
  override: null,
  ...changes,
})

/** Handed in on time for so many points. */
export const handedIn = (numerator: number, denominator = 1, changes: Partial<CellAttempt> = {}): CellFacts =>
  madeCell({
    begun: true,
    attempts: [
      {
        number: 1,
        submittedAt: daysFromNow(-4),
        reopened: false,
        earned: fraction(numerator, denominator),
        waiting: 0,
        ...changes,
      },
    ],
  })

export const madePerson = (enrolmentId: string, changes: Partial<GradebookFacts["people"][number]> = {}) => ({
  enrolmentId,
  displayName: enrolmentId,
  userName: enrolmentId,
  hasLeft: false,
  ...changes,
})

/** Facts from a table: students by assignments, an empty place for nothing that happened. */
export function madeFacts(
  cells: Record<string, (CellFacts | null)[]>,
  works: readonly WorkFacts[],
  changes: Partial<GradebookFacts> & { categories?: readonly CategoryFacts[] } = {},
): GradebookFacts {
  const placed = Object.entries(cells).flatMap(([person, row]) =>
    row.flatMap((cell, at) => {
      const work = works[at]
      return cell && work ? [[cellKey(person, work.assignmentId), cell] as const] : []
    }),
  )
  return {
    works,
    people: Object.keys(cells).map((name) => madePerson(name)),
    cells: new Map(placed),
    categories: [],
    missingCounts: "zero_after_close",
    ...changes,
  }
}

export const madeGradebook = (...facts: Parameters<typeof madeFacts>): Gradebook =>
  buildGradebook(madeFacts(...facts), NOW)
