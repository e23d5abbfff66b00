import { ownTimeLimitMinutes, type TimeGrants } from "@/lib/quiz/own-deadline"

/** A student's own minutes with the parts they are made of: minutes = limit x multiplier + extra + exception. */
export type TimeSum = {
  /** Null: no limit for this student. */
  minutes: number | null
  /** The class's. */
  limit: number
  multiplier: number
  extraMinutes: number
  exceptionMinutes: number
  /** The sum was rounded up to a whole minute. */
  rounded: boolean
  /** It is another than the class's, so its parts are worth saying. */
  isOwn: boolean
}

/** Null where the class has no limit either: then there is nothing to add up. */
export function timeSum(timeLimitMinutes: number | null, grants: TimeGrants): TimeSum | null {
  if (timeLimitMinutes === null) return null
  const { timeMultiplier: multiplier, extraMinutes, exceptionMinutes } = grants
  const minutes = ownTimeLimitMinutes(timeLimitMinutes, grants)
  const exact = Math.round((timeLimitMinutes * multiplier + extraMinutes + exceptionMinutes) * 100) / 100
  return {
    minutes,
    limit: timeLimitMinutes,
    multiplier,
    extraMinutes,
    exceptionMinutes,
    rounded: minutes !== null && minutes !== exact,
    isOwn: minutes !== timeLimitMinutes,
  }
}

const MINUTE = 60_000

/** Whole minutes of the student's own that a start now would give, where the close cuts it off; else null. */
export function minutesBeforeCutOff(minutes: number | null, closesAt: Date, now: Date): number | null {
  const left = Math.max(0, closesAt.getTime() - now.getTime())
  return minutes === null || left >= minutes * MINUTE ? null : Math.floor(left / MINUTE)
}
