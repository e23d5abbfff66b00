import { daysLater } from "@/lib/lesson/school-time"
import { ownTimeLimitMinutes } from "@/lib/quiz/own-deadline"

/**
 * What an assignment is for one student: the class's terms, changed by what was set once for the student
 * (accommodation, applied everywhere) and by what was agreed for this assignment alone (exception).
 */

export type ClassTerms = {
  dueAt: Date
  closesAt: Date
  /** Null: no limit. */
  timeLimitMinutes: number | null
  attemptsAllowed: number
}

export type AccommodationFacts = {
  /** 2 means twice the time. */
  timeMultiplier: number
  extraMinutes: number
  noTimeLimit: boolean
  extraAttempts: number
  /** Days by which due date and close come later; none where a date was agreed for this assignment. */
  extraDays: number
  /** The school's, in which days are counted. */
  timeZone: string
}

export type ExceptionFacts = {
  dueAt: Date | null
  closesAt: Date | null
  extraMinutes: number
  excused: boolean
}

export type OwnTerms = ClassTerms & {
  excused: boolean
  /** The due date is another than the class's. */
  ownDue: boolean
}

/**
 * A student's own terms. A date of an exception is meant as it stands: extra days come on top of the class's dates only.
 * An extension of the due date alone also moves the close, so that it is never cut off by it.
 */
export function ownTerms(
  terms: ClassTerms,
  accommodation: AccommodationFacts | null,
  exception: ExceptionFacts | null,
): OwnTerms {
  const dueAt = exception?.dueAt ?? withExtraDays(terms.dueAt, accommodation)
  const closesAt = later(exception?.closesAt ?? withExtraDays(terms.closesAt, accommodation), dueAt)
  return {
    dueAt,
    closesAt,
    timeLimitMinutes: ownTimeLimit(terms.timeLimitMinutes, accommodation, exception),
    attemptsAllowed: terms.attemptsAllowed + (accommodation?.extraAttempts ?? 0),
    excused: exception?.excused ?? false,
    ownDue: dueAt.getTime() !== terms.dueAt.getTime(),
  }
}

function ownTimeLimit(
  limit: number | null,
  accommodation: AccommodationFacts | null,
  exception: ExceptionFacts | null,
): number | null {
  return ownTimeLimitMinutes(limit, {
    timeMultiplier: accommodation?.timeMultiplier ?? 1,
    extraMinutes: accommodation?.extraMinutes ?? 0,
    noTimeLimit: accommodation?.noTimeLimit ?? false,
    exceptionMinutes: exception?.extraMinutes ?? 0,
  })
}

const withExtraDays = (date: Date, accommodation: AccommodationFacts | null): Date =>
  accommodation ? daysLater(date, accommodation.extraDays, accommodation.timeZone) : date

const later = (one: Date, other: Date): Date => (one < other ? other : one)
