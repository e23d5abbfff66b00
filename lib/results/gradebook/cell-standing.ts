import { countAttempts, type FinishedAttempt } from "@/lib/quiz/counted-attempt"
import { type Fraction, fraction, NOTHING } from "@/lib/quiz/fraction"
import type { CellAttempt, CellFacts, MissingCounts, Override, WorkFacts } from "./gradebook-facts"
import { type Share, shareOf } from "./share"

export type StandingKind =
  /** The assignment has not opened yet. */
  | "notOpen"
  | "notStarted"
  | "underWay"
  /** Handed in; a teacher has answers to grade. */
  | "waiting"
  /** Handed in, and nothing in it is scored. */
  | "handedIn"
  | "scored"
  /** Closed for the student, and nothing was handed in. */
  | "missing"
  | "excused"

export type Score = { earned: Fraction; possible: number }

/** Where one student stands in one assignment. */
export type Standing = {
  kind: StandingKind
  /** What shows and, where `share` says so, counts: a teacher's override, or what was worked out. */
  score: Score | null
  /** What was worked out, whatever a teacher set. */
  computed: Score | null
  override: Override | null
  /** What goes into the total; null: this does not count. */
  share: Share | null
  /** Days begun after the student's due date when the shown attempt was handed in; 0: in time. */
  lateDays: number
  /** Percent taken off for it. */
  latePercent: number
  submittedAt: Date | null
  /** The attempt whose answers are shown; null while none is finished. */
  shownNumber: number | null
}

const NOTHING_YET: CellFacts = {
  dueAt: null,
  closesAt: null,
  excused: false,
  begun: false,
  attempts: [],
  override: null,
}

type Rules = { missingCounts: MissingCounts; now: Date }

/**
 * Where a student stands. An excuse goes before everything, and a score that a teacher set before what was worked out.
 * What waits for a grade does not count yet: half a score would look like a low one.
 */
export function standingOf(
  work: WorkFacts,
  cell: CellFacts = NOTHING_YET,
  { missingCounts, now }: Rules,
): Standing {
  const dueAt = cell.dueAt ?? work.dueAt
  const finished = cell.attempts.flatMap(finishedOf)
  const counted = countAttempts(finished, work, dueAt)
  const kind = kindOf(work, cell, now)
  const shown = counted && finished.find(({ number }) => number === counted.shown)
  const computed = computedScore(kind, work, counted?.earned ?? null)
  const override = cell.excused ? null : cell.override
  const score = override ? scaled(override, work.possible) : computed
  const counts =
    override !== null || (kind === "missing" ? missingCounts === "zero_after_close" : kind !== "waiting")
  return {
    kind,
    score,
    computed,
    override,
    share:
      score && counts && !cell.excused && score.possible > 0 ? shareOf(score.earned, score.possible) : null,
    lateDays: shown ? daysLate(shown, dueAt) : 0,
    latePercent: counted?.latePercent ?? 0,
    submittedAt: shown?.submittedAt ?? null,
    shownNumber: shown?.number ?? null,
  }
}

function kindOf(work: WorkFacts, cell: CellFacts, now: Date): StandingKind {
  if (cell.excused) return "excused"
  const finished = cell.attempts.filter(({ submittedAt }) => submittedAt !== null)
  if (finished.length > 0) {
    if (finished.some(({ waiting }) => waiting > 0)) return "waiting"
    return work.possible > 0 ? "scored" : "handedIn"
  }
  if (work.opensAt > now) return "notOpen"
  if (work.possible > 0 && (cell.closesAt ?? work.closesAt) <= now) return "missing"
  return cell.begun || cell.attempts.length > 0 ? "underWay" : "notStarted"
}

function computedScore(kind: StandingKind, { possible }: WorkFacts, earned: Fraction | null): Score | null {
  if (possible <= 0) return null
  if (kind === "missing") return { earned: NOTHING, possible }
  return earned && { earned, possible }
}

/** An override in the points of its column; in its own where the column has none. */
const scaled = ({ earned, possible }: Override, column: number): Score =>
  column > 0 && column !== possible
    ? { earned: fraction(earned.numerator * column, earned.denominator * possible), possible: column }
    : { earned, possible }

const finishedOf = ({ number, submittedAt, reopened, earned }: CellAttempt): FinishedAttempt[] =>
  submittedAt ? [{ number, submittedAt, reopened, earned }] : []

const DAY = 24 * 60 * 60 * 1000

/** As `latePercent` counts them: a day begins with every 24 hours after the due date, and a reopened attempt is not late. */
function daysLate({ submittedAt, reopened }: FinishedAttempt, dueAt: Date): number {
  const late = submittedAt.getTime() - dueAt.getTime()
  return late <= 0 || reopened ? 0 : Math.ceil(late / DAY)
}
