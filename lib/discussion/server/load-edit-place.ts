import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { Argument } from "@/lib/discussion/posts/decide-argument"
import { isAnswered, sourcesCited } from "@/lib/discussion/server/citation-store"
import { FROM_POST, maySeePost, POST_COLUMNS, type PostPlace } from "@/lib/discussion/server/load-post-place"
import type { Cites, FoundCited, FoundSentence } from "@/lib/discussion/server/load-posting-place"
import { hasRestated } from "@/lib/discussion/server/restating-store"
import { pool } from "@/lib/platform/database"

/** A post of one's own, and all that can be changed of it. */
export type EditPlace = PostPlace & {
  revisionId: string
  hasSides: boolean
  isReply: boolean
  isAnswered: boolean
  restates: boolean
  /** Its author has an earlier post at the top of the thread. */
  hasOpened: boolean
  argument: Argument
  found: FoundSentence[] | null
  foundPosts: FoundCited[] | null
}

const AT_EDIT = `
  SELECT ${POST_COLUMNS}, lv."revisionId", po."parentId" IS NOT NULL AS "isReply", ${isAnswered("po.id")} AS "isAnswered",
    ${hasRestated("po.id")} AS restates,
    (SELECT p."hasSides" FROM "Prompt" p WHERE p.id = t."promptId") AS "hasSides",
    EXISTS (SELECT 1 FROM "Post" first WHERE first."threadId" = t.id AND first."aliasId" = po."aliasId"
            AND first."parentId" IS NULL AND first.state <> 'deleted' AND first.seq < po.seq) AS "hasOpened",
    json_build_object('move', po.move, 'side', po.side,
      'sentenceIds', ARRAY(SELECT ci."sentenceId" FROM "Citation" ci WHERE ci."postId" = po.id ORDER BY ci.position),
      'postIds', ARRAY(SELECT cp."publicId" FROM "PostCitation" pc JOIN "Post" cp ON cp.id = pc."citedPostId"
                       WHERE pc."postId" = po.id ORDER BY pc.position),
      'sources', ${sourcesCited("po.id")}) AS argument,
    (SELECT json_agg(json_build_object('sentenceId', rs."sentenceId", 'quote', rs.text)) FROM "RevisionSentence" rs
     WHERE rs."revisionId" = lv."revisionId" AND rs."sentenceId" = ANY($3::uuid[])) AS found,
    (SELECT json_agg(json_build_object('id', cp.id, 'publicId', cp."publicId")) FROM "Post" cp
     WHERE cp."threadId" = t.id AND cp.state = 'visible' AND cp.id <> po.id AND cp.seq < po.seq
       AND cp."publicId" = ANY($4::uuid[])) AS "foundPosts"
  ${FROM_POST}`

/** A post that somebody wants to change, with what the change cites. Null as for `loadPostPlace`. One trip. */
export async function loadEditPlace(
  viewer: Viewer,
  at: Cites & { postId: string },
): Promise<EditPlace | null> {
  const values = [viewer.userId, at.postId, at.sentenceIds, at.postIds]
  const place = (await pool().query<EditPlace>({ name: "edit-place", text: AT_EDIT, values })).rows[0]
  return place && maySeePost(viewer, place) ? place : null
}
