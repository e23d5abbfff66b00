import "server-only"
import { hasPostedIn, personBehind } from "@/lib/discussion/server/alias-store"
import { READS_THREAD, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { personTopicSql } from "@/lib/platform/notifications"

/** SQL that the statements on notices share. Every argument is an expression of the caller's own making, never input. */

/**
 * Tells the author of the answered post, within the statement that keeps the answer as `kept`; not whoever answers
 * themselves. Of what waits for staff nobody is told. Gives the topics to announce.
 */
export const noteAnswered = (aliasId: string, now: string): string => `
  INSERT INTO "Notice" ("userId", kind, "postId", "createdAt")
  SELECT ${personBehind(`parent."aliasId"`)}, 'answered', kept.id, ${now}::timestamptz
  FROM kept JOIN "Post" parent ON parent.id = kept."parentId"
  WHERE parent."aliasId" <> ${aliasId}::uuid AND kept.seq IS NOT NULL
  RETURNING ${personTopicSql(`"userId"`)} AS topic`

/**
 * The notices of person $1 as `n`, with the post `po`, its thread `t` and its prompt `p`: only of posts that they may
 * see at this moment. Hidden or taken back posts, classes they left and threads that are shut for them tell nothing.
 */
export const SEEN_NOTICES = `
  ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id AND ${READS_THREAD}
  JOIN "Prompt" p ON p.id = t."promptId"
  JOIN "Post" po ON po."threadId" = t.id AND po.state = 'visible'
       AND (e.role <> 'student' OR ${hasPostedIn("t.id", "e.id")})
  JOIN "Notice" n ON n."postId" = po.id AND n."userId" = $1
  LEFT JOIN "NoticeSettings" ns ON ns."userId" = $1
  LEFT JOIN "ThreadRead" tr ON tr."threadId" = t.id AND tr."enrolmentId" = e.id`

/** Neither opened nor passed by in its thread. */
export const IS_NEW = `(n."seenAt" IS NULL AND po.seq > coalesce(tr."lastSeq", 0))`

/** Told in the app, and by mail, as the person chose. */
export const IN_APP = `n.kind <> ALL (coalesce(ns."mutedInApp", '{}'))`
export const BY_MAIL = `n.kind <> ALL (coalesce(ns."mutedByMail", '{}'))`

/** The quiet hours of `ns` as QuietHours, or null. */
export const QUIET = `
  CASE WHEN ns."quietFrom" IS NOT NULL AND ns."quietTo" IS NOT NULL
       THEN json_build_object('from', ns."quietFrom", 'to', ns."quietTo") END`

/** The minute of the school's day at an instant. `sc` is the school. */
export const minuteAt = (instant: string): string => `
  (extract(hour FROM ${instant}::timestamptz AT TIME ZONE sc."timeZone") * 60
   + extract(minute FROM ${instant}::timestamptz AT TIME ZONE sc."timeZone"))::int`
