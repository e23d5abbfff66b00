import "server-only"
import { pool } from "@/lib/platform/database"

/** A post of somebody's that was hidden or taken back, with its words. `createdAt` in milliseconds since 1970. */
export type GonePost = {
  state: "hidden" | "deleted"
  html: string
  createdAt: number
  promptPosition: number
}

const GONE = `
  SELECT po.state, po.html, (extract(epoch FROM po."createdAt") * 1000)::float8 AS "createdAt",
         p.position AS "promptPosition"
  FROM "Post" po JOIN "Thread" t ON t.id = po."threadId" JOIN "Prompt" p ON p.id = t."promptId"
  WHERE po."aliasId" = (SELECT "aliasId" FROM "Post" WHERE id = $1) AND po.state <> 'visible'
  ORDER BY po."createdAt", po.id`

/** What the author of a post wrote in the same assignment and nobody reads. The caller has authorised, and written it down. */
export const loadGonePosts = async (postId: string): Promise<GonePost[]> =>
  (await pool().query<GonePost>(GONE, [postId])).rows
