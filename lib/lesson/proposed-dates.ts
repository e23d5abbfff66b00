import { dayAfter, localTime } from "./school-time"

/** Local times of the school, as the fields of the assign form begin with. */
export type ProposedDates = { opensAt: string; dueAt: string; closesAt: string }

const DUE_IN_DAYS = 7
const CLOSES_IN_DAYS = 9

/** Opens now; due in a week and closed two days later, each at the end of the day. */
export function proposeDates(now: Date, timeZone: string): ProposedDates {
  return {
    opensAt: localTime(now, timeZone),
    dueAt: `${dayAfter(now, DUE_IN_DAYS, timeZone)}T23:59`,
    closesAt: `${dayAfter(now, CLOSES_IN_DAYS, timeZone)}T23:59`,
  }
}
