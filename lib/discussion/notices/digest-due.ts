import { isQuiet, type QuietHours } from "./quiet-hours"

/** How often a mail that could not be sent is tried in one day. */
export const MOST_FAILURES = 3

export type DigestFacts = {
  /** The minute of the school's day. */
  minute: number
  digestAt: number
  quiet: QuietHours | null
  /** The day's mail, where it was begun. While it is claimed somebody sends it, or died of it: never twice. */
  today: { isClaimed: boolean; failures: number } | null
}

/** Is it time for the mail of the day? From its minute on, never in quiet hours, and after a failure a few times more. */
export function isDigestDue({ minute, digestAt, quiet, today }: DigestFacts): boolean {
  if (minute < digestAt || isQuiet(minute, quiet)) return false
  return today === null || (!today.isClaimed && today.failures < MOST_FAILURES)
}
