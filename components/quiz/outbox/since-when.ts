export type Since = { kind: "today" | "day"; day: string }

const WEEK = 7 * 24 * 3_600_000

/** The day an answer was given, as one says it: "Tuesday" within a week, else "3 March". By the device's own clock. */
export function sinceWhen(given: Date, now: Date, locale: string): Since {
  if (given.toDateString() === now.toDateString()) return { kind: "today", day: "" }
  const isRecent = Math.abs(now.getTime() - given.getTime()) < WEEK - 24 * 3_600_000
  const shape = isRecent ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const)
  return {
    kind: "day",
    day: new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, shape).format(given),
  }
}
