import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { hasEverPosted } from "@/lib/discussion/server/alias-store"
import { PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { isFrozen, momentsGiven } from "@/lib/discussion/server/stance-store"
import type { Moment, MomentFacts } from "@/lib/discussion/stance/stance-moments"
import { pool } from "@/lib/platform/database"

export type StancePlace = Place & {
  statement: string | null
  promptCount: number
  textOpened: boolean
  /** Even a post that was taken back has opened a thread. */
  hasPosted: boolean
  frozen: boolean
  given: Moment[]
}

const STANCE_PLACE = `
  SELECT ${PLACE_COLUMNS}, lv."stanceStatement" AS statement,
         (SELECT count(*)::int FROM "Prompt" p WHERE p."lessonVersionId" = lv.id) AS "promptCount",
         EXISTS (SELECT 1 FROM "ReadingProgress" r WHERE r."assignmentId" = a.id AND r."enrolmentId" = e.id)
           OR EXISTS (SELECT 1 FROM "Attempt" t WHERE t."assignmentId" = a.id AND t."enrolmentId" = e.id)
           AS "textOpened",
         ${hasEverPosted("e.id", "a.id")} AS "hasPosted", ${isFrozen("a.id")} AS frozen,
         ${momentsGiven(`e."userId"`, "a.id")} AS given
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

/** Where the viewer stands among the moments of an assignment, without what they said. One trip. */
export async function loadStancePlace(viewer: Viewer, assignmentId: string): Promise<StancePlace | null> {
  const statement = { name: "stance-place", text: STANCE_PLACE, values: [viewer.userId, assignmentId] }
  return (await pool().query<StancePlace>(statement)).rows[0] ?? null
}

/** What the rules ask about a place. */
export const momentFacts = (place: StancePlace): MomentFacts => ({
  opensAt: place.opensAt,
  closesAt: place.closesAt,
  frozen: place.frozen || place.archived,
  hasStatement: place.statement !== null,
  promptCount: place.promptCount,
  textOpened: place.textOpened,
  hasPosted: place.hasPosted,
  given: place.given,
})
