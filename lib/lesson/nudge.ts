const HOUR = 3_600_000

/** A student hears it at most once in so long, whoever of the teachers says it. Less than a day, so that the next morning's counts. */
const QUIET_FOR = 20 * HOUR
/** After so long it no longer stands at home: by then it only shames. */
const SHOWN_FOR = 7 * 24 * HOUR

/** Up to when a word given last allows another. */
export const quietSince = (now: Date): Date => new Date(now.getTime() - QUIET_FOR)

/** Whether a student may hear it now. */
export const mayNudge = (last: Date | null, now: Date): boolean => last === null || last <= quietSince(now)

/** Whether it stands at the student's home still. */
export const showsNudge = (last: Date, now: Date): boolean => now.getTime() - last.getTime() < SHOWN_FOR
