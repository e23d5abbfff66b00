/** Shorter times are slips of the keyboard: a school year and its summer must fit. */
const LEAST_MONTHS = 3

/** "24m" as months, "2y" as 24: null for anything else, and for less than three months. */
export function readMonths(text: string): number | null {
  const found = /^(\d{1,3})\s*(m|y)$/.exec(text.trim().toLowerCase())
  if (!found) return null
  const months = Number(found[1]) * (found[2] === "y" ? 12 : 1)
  return months >= LEAST_MONTHS ? months : null
}

/** So many calendar months before `now`; the last day of a month that has no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const before = new Date(now)
  before.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth(), Math.min(now.getUTCDate(), days))
  return before
}
