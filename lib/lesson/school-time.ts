import { tzOffset } from "@date-fns/tz"

/**
 * Instants are kept in the database and shown in the school's zone. This is the one place that turns one into the
 * other. Local times are written as the browser's own inputs write them: "2026-11-30" and "2026-11-30T16:00".
 */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How a local time met the clock: a gap has no such minute (spring), an overlap has it twice (autumn). */
export type LocalFit = "exact" | "gap" | "overlap"

export type LocalInstant = { instant: Date; fit: LocalFit }

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/
const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * The instant of a local time in a zone, or null when it is not a time at all. A minute that the clocks skip becomes
 * the same minute after the change; one that comes twice is the `overlap` of the two that the caller prefers: a
 * deadline takes the later, an opening the earlier, so that a student never has less time than was written.
 */
export function instantAt(
  localTime: string,
  timeZone: string,
  overlap: "earlier" | "later" = "later",
): LocalInstant | null {
  const naive = naiveTime(localTime)
  if (naive === null) return null
  const before = naive - offset(timeZone, naive - DAY)
  const after = naive - offset(timeZone, naive + DAY)
  const fits = [before, after].filter((time) => time + offset(timeZone, time) === naive)
  const [first, second] = [Math.min(...fits), Math.max(...fits)]
  if (fits.length === 0) return { instant: new Date(before), fit: "gap" }
  if (first === second) return { instant: new Date(first), fit: "exact" }
  return { instant: new Date(overlap === "earlier" ? first : second), fit: "overlap" }
}

/** The end of a due day: 23:59 in the school's zone (data-model.md). Null when it is not a day. */
export function endOfDay(localDay: string, timeZone: string): Date | null {
  return LOCAL_DAY.test(localDay) ? (instantAt(`${localDay}T23:59`, timeZone)?.instant ?? null) : null
}

/** An instant as a `datetime-local` input holds it, to the minute: "2026-11-30T16:00". */
export function localTime(instant: Date, timeZone: string): string {
  const shifted = new Date(instant.getTime() + offset(timeZone, instant.getTime()))
  return shifted.toISOString().slice(0, 16)
}

/** The day an instant falls on in a zone: "2026-11-30". */
export const localDay = (instant: Date, timeZone: string): string => localTime(instant, timeZone).slice(0, 10)

/** Whole days from one instant's day to another's, by the calendar of the zone: 1 is tomorrow. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (instant: Date) => Date.parse(`${localDay(instant, timeZone)}T00:00Z`)
  return Math.round((day(to) - day(from)) / DAY)
}

/** The day some days after an instant's day, by the calendar of the zone. */
export function dayAfter(instant: Date, days: number, timeZone: string): string {
  const start = Date.parse(`${localDay(instant, timeZone)}T00:00Z`)
  return new Date(start + days * DAY).toISOString().slice(0, 10)
}

/**
 * The same local time some days later by the calendar of the zone, to the millisecond: 23:59 stays 23:59 where the
 * clocks change in between. Of a minute that comes twice, the later one.
 */
export function daysLater(instant: Date, days: number, timeZone: string): Date {
  if (days === 0) return instant
  const wanted = `${dayAfter(instant, days, timeZone)}T${localTime(instant, timeZone).slice(11)}`
  const minute = instantAt(wanted, timeZone)?.instant ?? instant
  return new Date(minute.getTime() + (instant.getTime() % MINUTE))
}

export type ShownIn = {
  /** The school's zone. */
  timeZone: string
  /** BCP 47. */
  locale: string
  /** The reader's own zone, where known: named beside the time when its clock differs at that instant. */
  deviceTimeZone?: string
  /** Words in full: "Friday 27 November 2026, 09:50". */
  long?: boolean
  /** Where given, the year is left out when it is the present one. */
  now?: Date
}

/** "Fri 27 Nov, 09:50", and "Fri 27 Nov, 09:50 (Karachi)" where the reader's own clock shows another time. */
export function formatInstant(instant: Date, shown: ShownIn): string {
  const named = shown.deviceTimeZone && clocksDiffer(instant, shown.timeZone, shown.deviceTimeZone)
  const text = `${formatDay(instant, shown)}, ${formatClock(instant, shown)}`
  return named ? `${text} (${zoneName(shown.timeZone)})` : text
}

/** "Fri 27 Nov", or "Friday 27 November"; with the year unless it is that of `now`. */
export function formatDay(instant: Date, { timeZone, locale, long, now }: ShownIn): string {
  const parts = formatterOf(long ? "longDay" : "shortDay", locale, timeZone).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ""
  const sameYear = now && localDay(now, timeZone).slice(0, 4) === localDay(instant, timeZone).slice(0, 4)
  const day = `${part("weekday")} ${part("day")} ${part("month")}`
  return sameYear ? day : `${day} ${part("year")}`
}

/** "09:50": the 24-hour clock, which cannot be misread. */
export const formatClock = (instant: Date, { timeZone, locale }: ShownIn): string =>
  formatterOf("clock", locale, timeZone).format(instant)

const SHAPES = {
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  shortDay: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  longDay: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

// Kept, because making one costs more than all its uses on a page of posts. A deployment has one school, and so one zone.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(shape: keyof typeof SHAPES, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${locale} ${timeZone}`
  const made =
    formatters.get(key) ?? new Intl.DateTimeFormat(languageOf(locale), { timeZone, ...SHAPES[shape] })
  formatters.set(key, made)
  return made
}

/** Do the clocks of two zones show different times at this instant? */
export const clocksDiffer = (instant: Date, one: string, other: string): boolean =>
  offset(one, instant.getTime()) !== offset(other, instant.getTime())

/** The place a zone is named after: "Karachi". */
export const zoneName = (timeZone: string): string =>
  (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ")

// Month and weekday in this order is how English outside the United States writes a date; the words are the same.
const languageOf = (locale: string): string => (locale === "en" ? "en-GB" : locale)

const offset = (timeZone: string, time: number): number => tzOffset(timeZone, new Date(time)) * MINUTE

/** A local time read as if it were in UTC, in milliseconds; null for what no calendar has (30 February, 24:10). */
function naiveTime(text: string): number | null {
  if (!LOCAL_TIME.test(text)) return null
  const time = Date.parse(`${text}Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 16) !== text ? null : time
}
