import "server-only"
import type pg from "pg"
import { rowsOf } from "@/lib/classroom/server/keeping/erasing-connection"

const ENROLMENTS = 'SELECT id FROM "Enrolment" WHERE "classId" = ANY($1::uuid[])'
const ASSIGNMENTS = 'SELECT id FROM "Assignment" WHERE "classId" = ANY($1::uuid[])'
const byAssignment = (table: string): string =>
  `DELETE FROM "${table}" WHERE "assignmentId" IN (${ASSIGNMENTS})`

/** In the order the foreign keys ask for; what is not named hangs on these by cascades. */
const STEPS: [name: string, text: string][] = [
  [
    "posts",
    `DELETE FROM "Post" WHERE "threadId" IN (SELECT id FROM "Thread" WHERE "assignmentId" IN (${ASSIGNMENTS}))`,
  ],
  ["names", byAssignment("PostAlias")],
  ["threads", byAssignment("Thread")],
  ["attempts", byAssignment("Attempt")],
  [
    "batches",
    `DELETE FROM "ScoringBatch" b USING "Assignment" a WHERE a.id = b."assignmentId" AND a."classId" = ANY($1::uuid[])
     AND NOT EXISTS (SELECT 1 FROM "Scoring" s WHERE s."batchId" = b.id)`,
  ],
  ["notes", byAssignment("SentenceNote")],
  ["readingPlaces", byAssignment("ReadingProgress")],
  ["exceptions", byAssignment("AssignmentException")],
  ["nudges", byAssignment("Nudge")],
  ["discussionGrades", byAssignment("DiscussionGrade")],
  [
    "stances",
    `DELETE FROM "Stance" WHERE "subjectId" IN (SELECT id FROM "StanceSubject" WHERE "assignmentId" IN (${ASSIGNMENTS}))`,
  ],
  ["groupSeats", `DELETE FROM "GroupMember" WHERE "enrolmentId" IN (${ENROLMENTS})`],
  ["assignments", `DELETE FROM "Assignment" WHERE "classId" = ANY($1::uuid[])`],
  ["groups", `DELETE FROM "Group" WHERE "classId" = ANY($1::uuid[])`],
  ["enrolments", `DELETE FROM "Enrolment" WHERE "classId" = ANY($1::uuid[])`],
  ["classes", `DELETE FROM "Class" WHERE id = ANY($1::uuid[])`],
]

/** What happened in a class, and when, stays in the log; who it was, and to whom, goes with the class. */
const EVENTS = `
  UPDATE "Event" SET "actorId" = NULL, "subjectId" = NULL, data = '{}'
  WHERE "classId" = ANY($1::uuid[]) OR "assignmentId" IN (${ASSIGNMENTS})`

/** Removes classes and everything that was done in them. The people stay, and so do lessons. For an erasing transaction. */
export async function removeClasses(
  client: pg.PoolClient,
  classIds: readonly string[],
): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  await rowsOf(client, EVENTS, [classIds])
  for (const [name, text] of STEPS) removed[name] = await rowsOf(client, text, [classIds])
  return removed
}

/** Adds up what several removals removed. */
export const addCounts = (
  one: Record<string, number>,
  other: Record<string, number>,
): Record<string, number> => {
  const sum = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
