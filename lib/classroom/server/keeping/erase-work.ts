import "server-only"
import type pg from "pg"
import { rowsOf } from "@/lib/classroom/server/keeping/erasing-connection"
import type { PersonIds } from "@/lib/classroom/server/keeping/load-person-ids"

type Lists = Exclude<keyof PersonIds, "userId">

const byEnrolment = (table: string): string => `DELETE FROM "${table}" WHERE "enrolmentId" = ANY($1::uuid[])`
const byAttempt = (table: string): string => `DELETE FROM "${table}" WHERE "attemptId" = ANY($1::uuid[])`

/** In this order. What hangs on a row by a cascade and is worth no number of its own goes with it. */
const WORK: [name: string, ids: Lists, text: string][] = [
  ["stances", "stanceSubjects", `DELETE FROM "Stance" WHERE "subjectId" = ANY($1::uuid[])`],
  ["answers", "attempts", byAttempt("Response")],
  ["savesOfAnswers", "attempts", byAttempt("ResponseSave")],
  ["scores", "attempts", byAttempt("Scoring")],
  ["scoreAppeals", "attempts", byAttempt("Appeal")],
  ["gradeReplies", "attempts", byAttempt("GradeReply")],
  ["practice", "attempts", byAttempt("Rehearsal")],
  ["attempts", "attempts", `DELETE FROM "Attempt" WHERE id = ANY($1::uuid[])`],
  ["notes", "enrolments", byEnrolment("SentenceNote")],
  ["readingPlaces", "enrolments", byEnrolment("ReadingProgress")],
  ["glossaryLookups", "enrolments", byEnrolment("GlossaryLookup")],
  ["exceptions", "enrolments", byEnrolment("AssignmentException")],
  ["nudges", "enrolments", byEnrolment("Nudge")],
  ["discussionGrades", "enrolments", byEnrolment("DiscussionGrade")],
  ["overrides", "enrolments", byEnrolment("GradeOverride")],
  ["normsAccepted", "enrolments", byEnrolment("NormsAcceptance")],
  ["threadsRead", "enrolments", byEnrolment("ThreadRead")],
  ["offers", "enrolments", byEnrolment("Offer")],
  ["reportsMade", "enrolments", byEnrolment("PostReport")],
  ["groupSeats", "enrolments", byEnrolment("GroupMember")],
  // How groups were before the last change names everybody who was in them.
  ["groupUndos", "classes", `DELETE FROM "GroupUndo" WHERE "classId" = ANY($1::uuid[])`],
  ["sessions", "sessions", `DELETE FROM "Session" WHERE id = ANY($1::uuid[])`],
]

/** Removes what a person made or was given in their classes, and answers how many rows of each kind. */
export async function eraseWork(client: pg.PoolClient, ids: PersonIds): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  for (const [name, list, text] of WORK) removed[name] = await rowsOf(client, text, [ids[list]])
  return removed
}
