import { daysBetween, formatClock, formatInstant, type ShownIn } from "@/lib/lesson/school-time"

/** The school's zone and language, and the moment the page was made. */
export type ThreadClock = Pick<ShownIn, "timeZone" | "locale"> & { now: Date }

/** When a post was written, short: "15:12" on the same day, else "Mon 23 Nov, 15:12". */
export function postTime(createdAt: number, clock: ThreadClock): string {
  const at = new Date(createdAt)
  return daysBetween(at, clock.now, clock.timeZone) === 0 ? formatClock(at, clock) : formatInstant(at, clock)
}
