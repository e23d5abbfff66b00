import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { knowsWriters } from "@/lib/discussion/names/names-shown"
import { ownContribution } from "@/lib/discussion/server/alias-store"
import { factsOf, type Place } from "@/lib/discussion/server/place"
import { momentsGiven } from "@/lib/discussion/server/stance-store"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import { pool } from "@/lib/platform/database"

/** What a student has done in the discussion of an assignment. Of stances only whether each moment is completed. */
export type DiscussionFacts = {
  enrolmentId: string
  /** Replies included. */
  posts: number
  replies: number
  citations: number
  moments: Moment[]
}

type FactsRow = Pick<DiscussionFacts, "enrolmentId" | "moments"> & {
  contribution: Pick<DiscussionFacts, "posts" | "replies" | "citations">
  isOwn: boolean
} & Pick<Place, "postNames" | "classRole">

// Staff of the class get every student of it where they may know who wrote, a student only their own row, everyone else none.
const FACTS = `
  SELECT e.id AS "enrolmentId", e.id = asking.id AS "isOwn", a."postNames", asking.role AS "classRole",
         ${ownContribution("e.id", "a.id")} AS contribution,
         ${momentsGiven(`e."userId"`, "a.id")} AS moments
  FROM "Assignment" a
  JOIN "Enrolment" asking ON asking."classId" = a."classId" AND asking."userId" = $1
       AND asking.state = 'active' AND asking."leftAt" IS NULL
  JOIN "Enrolment" e ON e."classId" = a."classId" AND e.role = 'student'
       AND (e.id = asking.id OR (asking.role <> 'student' AND $3))
  WHERE a.id = $2
  ORDER BY e.id`

/** For the grid and for results. One trip. */
export async function loadDiscussionFacts(viewer: Viewer, assignmentId: string): Promise<DiscussionFacts[]> {
  const values = [viewer.userId, assignmentId, viewer.role !== "student"]
  const { rows } = await pool().query<FactsRow>({ name: "discussion-facts", text: FACTS, values })
  const mayKnow = (row: FactsRow) =>
    row.isOwn || knowsWriters(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  return rows
    .filter(mayKnow)
    .map(({ enrolmentId, moments, contribution }) => ({ enrolmentId, moments, ...contribution }))
}
