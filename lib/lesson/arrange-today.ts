import type { ReleasePolicy } from "@/lib/quiz/release"

export type TodayFacts = {
  opensAt: Date
  dueAt: Date
  closesAt: Date
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  mayEdit: boolean
  submitted: number
  openReports: number
  heldPosts: number
  flaggedPosts: number
  openAppeals: number
  unreadReplies: number
}

export type TodayArrangement<T> = {
  running: T[]
  upcoming: T[]
  closed: T[]
  /** Students have submitted, the due date is past, and only the teacher can show them their results. */
  toRelease: T[]
  /** Students reported a post, and nobody of the staff has looked at it. */
  reported: T[]
  /** Posts wait for staff to let them through. */
  held: T[]
  /** Posts were flagged. */
  flagged: T[]
  /** Students think a score is wrong, and the viewer is to decide. */
  appealed: T[]
  /** Students answered a comment of the viewer's, or of another teacher of the class. */
  replied: T[]
}

/** Puts a teacher's assignments, given by due date, where they belong today. */
export function arrangeToday<T extends TodayFacts>(
  assignments: readonly T[],
  now: Date,
): TodayArrangement<T> {
  const isClosed = (one: T) => one.closesAt <= now
  const isUpcoming = (one: T) => one.opensAt > now
  return {
    running: assignments.filter((one) => !isClosed(one) && !isUpcoming(one)),
    upcoming: assignments.filter(isUpcoming),
    closed: assignments.filter(isClosed).reverse(),
    toRelease: assignments.filter((one) => waitsForRelease(one, now)),
    reported: assignments.filter((one) => one.openReports > 0),
    held: assignments.filter((one) => one.heldPosts > 0),
    flagged: assignments.filter((one) => one.flaggedPosts > 0),
    appealed: assignments.filter((one) => one.mayEdit && one.openAppeals > 0),
    replied: assignments.filter((one) => one.mayEdit && one.unreadReplies > 0),
  }
}

const waitsForRelease = (one: TodayFacts, now: Date): boolean =>
  one.mayEdit &&
  one.releasePolicy === "by_teacher" &&
  one.releasedAt === null &&
  one.submitted > 0 &&
  one.dueAt <= now
