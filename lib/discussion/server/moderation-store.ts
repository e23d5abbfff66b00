import "server-only"
import type { Transaction } from "@/lib/platform/database"

/** Reports and hidings. Pieces of SQL for statements of this room and of others; arguments are SQL, never input. */

/** Has this enrolment reported a post? Asked for the viewer's own enrolment only. */
export const hasReported = (postId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "PostReport" r WHERE r."postId" = ${postId} AND r."enrolmentId" = ${enrolmentId})`

/** Has this enrolment said that they are worried about somebody? Asked for the viewer's own enrolment only. */
export const hasWorried = (postId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "PostReport" r WHERE r."postId" = ${postId} AND r."enrolmentId" = ${enrolmentId} AND r.kind = 'worried')`

/** How many posts of an assignment have a report, or an appeal, that nobody of the staff has answered. */
export const openReportCount = (assignmentId: string): string => `(
  SELECT count(*)::int FROM (
    SELECT r."postId" FROM "PostReport" r
    JOIN "Post" po ON po.id = r."postId" JOIN "Thread" rt ON rt.id = po."threadId"
    WHERE rt."assignmentId" = ${assignmentId} AND r."resolvedAt" IS NULL
    UNION
    SELECT act."postId" FROM "ModerationAct" act JOIN "ActAppeal" ap ON ap."actId" = act.id AND ap.granted IS NULL
    WHERE act."assignmentId" = ${assignmentId}) waiting)`

/** Why a post is hidden now, or null. */
export const hidingReason = (postId: string): string => `(
  SELECT h.reason FROM "PostHiding" h WHERE h."postId" = ${postId} AND h."liftedAt" IS NULL
  ORDER BY h."hiddenAt" DESC LIMIT 1)`

/** Answers every open report of a post. Resolves to how many there were. */
export async function resolveReports(
  tx: Transaction,
  { postId, byId, now }: { postId: string; byId: string; now: Date },
): Promise<number> {
  const answer = { resolvedAt: now, resolvedById: byId }
  return (await tx.postReport.updateMany({ where: { postId, resolvedAt: null }, data: answer })).count
}
