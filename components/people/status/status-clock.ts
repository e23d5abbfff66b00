import { daysBetween, formatClock, formatInstant, type ShownIn } from "@/lib/lesson/school-time"

/** The school's zone and language, and the moment the page was made. */
export type StatusClock = Pick<ShownIn, "timeZone" | "locale"> & { now: Date }

/** "15:12" on the same day, else "Mon 23 Nov, 15:12". `at` in milliseconds since 1970. */
export function statusTime(at: number, clock: StatusClock): string {
  const instant = new Date(at)
  return daysBetween(instant, clock.now, clock.timeZone) === 0
    ? formatClock(instant, clock)
    : formatInstant(instant, clock)
}
