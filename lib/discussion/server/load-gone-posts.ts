import "server-only"
import { isAliasOf } from "@/lib/discussion/server/alias-store"
import { shownState } from "@/lib/discussion/server/held-store"
import { pool } from "@/lib/platform/database"

/** A post of somebody's that was hidden or taken back, with its words. `createdAt` in milliseconds since 1970. */
export type GonePost = {
  state: "hidden" | "deleted"
  html: string
  createdAt: number
  promptPosition: number
}

const GONE = `
  SELECT ${shownState("po")} AS state, po.html, (extract(epoch FROM po."createdAt") * 1000)::float8 AS "createdAt",
         p.position AS "promptPosition"
  FROM "Post" po JOIN "Thread" t ON t.id = po."threadId" JOIN "Prompt" p ON p.id = t."promptId"
  WHERE t."assignmentId" = $2 AND ${isAliasOf(`po."aliasId"`, "$1")} AND po.state <> 'visible'
  ORDER BY po."createdAt", po.id`

type Where = { enrolmentId: string; assignmentId: string }

/** What somebody wrote in an assignment and nobody reads. The caller has authorised, and written it down. */
export const loadGonePosts = async ({ enrolmentId, assignmentId }: Where): Promise<GonePost[]> =>
  (await pool().query<GonePost>(GONE, [enrolmentId, assignmentId])).rows
