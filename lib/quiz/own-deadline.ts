/** What a student is granted: once for all quizzes, and for this assignment. */
export type TimeGrants = {
  /** 2 means twice the time. */
  timeMultiplier: number
  extraMinutes: number
  noTimeLimit: boolean
  /** For this assignment only, on top. */
  exceptionMinutes: number
}

export const NO_GRANTS: TimeGrants = {
  timeMultiplier: 1,
  extraMinutes: 0,
  noTimeLimit: false,
  exceptionMinutes: 0,
}

/** Minutes this student has, rounded up to whole ones in the student's favour; null where there is no limit. */
export function ownTimeLimitMinutes(timeLimitMinutes: number | null, grants: TimeGrants): number | null {
  if (timeLimitMinutes === null || grants.noTimeLimit) return null
  const granted = timeLimitMinutes * grants.timeMultiplier + grants.extraMinutes + grants.exceptionMinutes
  // Two decimals of multiplier: cents, so that 30 x 1.1 is 33 and not 33.000000000000004 rounded up.
  return Math.ceil(Math.round(granted * 100) / 100)
}

/** Whichever comes first: the student's own time is over, or the quiz closes for this student. */
export function attemptDeadline(startedAt: Date, limitMinutes: number | null, closesAt: Date): Date {
  if (limitMinutes === null) return closesAt
  return new Date(Math.min(startedAt.getTime() + limitMinutes * 60_000, closesAt.getTime()))
}
