import "server-only"
import type { Facts } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { currentNorms } from "@/lib/discussion/server/norms-store"
import { pool } from "@/lib/platform/database"

/** A class as somebody of it keeps it decent. */
export type KeptClass = {
  classId: string
  className: string
  enrolmentId: string
  classRole: "student" | "assistant" | "teacher"
  norms: NormsView
  helpLine: string | null
  frozenAt: Date | null
  frozenFor: string | null
}

const KEPT = `
  SELECT c.id AS "classId", c.name AS "className", e.id AS "enrolmentId", e.role AS "classRole",
         ${currentNorms("c.id")} AS norms, c."helpLine",
         c."discussionsFrozenAt" AS "frozenAt", c."discussionsFrozenFor" AS "frozenFor"
  FROM "Class" c
  JOIN "Enrolment" e ON e."classId" = c.id AND e."userId" = $1 AND e.state = 'active' AND e."leftAt" IS NULL`

const BY_ID = `${KEPT} WHERE c.id = $2`
const BY_ASSIGNMENT = `${KEPT}
  JOIN "Assignment" a ON a."classId" = c.id AND (a."archivedAt" IS NULL OR e.role <> 'student') WHERE a.id = $2`

/** A class by its id, through the viewer's own enrolment. One trip. */
export const loadKeptClass = (viewer: Viewer, classId: string) => load(viewer, BY_ID, classId)

/** The class of an assignment, through the viewer's own enrolment. One trip. */
export const loadClassOf = (viewer: Viewer, assignmentId: string) => load(viewer, BY_ASSIGNMENT, assignmentId)

async function load(viewer: Viewer, text: string, id: string): Promise<KeptClass | null> {
  return (await pool().query<KeptClass>(text, [viewer.userId, id])).rows[0] ?? null
}

export const keptFacts = ({ classRole }: KeptClass): Facts => ({ classRole })
