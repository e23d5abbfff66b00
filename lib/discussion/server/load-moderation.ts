import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ModeratedPost } from "@/lib/discussion/moderation/moderated-post"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { meantOf, standingHtml } from "@/lib/discussion/server/restating-store"
import { pool } from "@/lib/platform/database"

const MILLISECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

const REPORTS = `
  SELECT json_agg(json_build_object('reason', r.reason, 'at', ${MILLISECONDS(`r."createdAt"`)})
                  ORDER BY r."createdAt", r.id)
  FROM "PostReport" r WHERE r."postId" = po.id AND r."resolvedAt" IS NULL`

const HIDING = `
  SELECT json_build_object('reason', h.reason, 'at', ${MILLISECONDS(`h."hiddenAt"`)}, 'by', u."displayName")
  FROM "PostHiding" h LEFT JOIN "User" u ON u.id = h."hiddenById"
  WHERE h."postId" = po.id AND h."liftedAt" IS NULL ORDER BY h."hiddenAt" DESC LIMIT 1`

// Who reported is not even asked for.
const MODERATED = `
  SELECT ${PLACE_COLUMNS}, (
    SELECT json_agg(json_build_object(
      'id', po."publicId", 'promptId', t."promptId", 'promptPosition', p.position,
      'group', (SELECT g.name FROM "Group" g WHERE g.id = t."groupId"), 'state', po.state,
      'html', po.html, 'createdAt', ${MILLISECONDS(`po."createdAt"`)}, 'isEdited', po."editedAt" IS NOT NULL,
      'restatedHtml', CASE WHEN po.move <> 'restate' THEN ${standingHtml("po.id")} END,
      'meantHtml', ${meantOf("po.id")},
      'author', ${knownAuthor(`po."aliasId"`, "e.id")},
      'reports', coalesce((${REPORTS}), '[]'), 'hiding', (${HIDING})) ORDER BY p.position, po.seq)
    FROM "Thread" t
    JOIN "Prompt" p ON p.id = t."promptId"
    JOIN "Post" po ON po."threadId" = t.id
    WHERE t."assignmentId" = a.id AND (po.state = 'hidden' OR EXISTS (
      SELECT 1 FROM "PostReport" o WHERE o."postId" = po.id AND o."resolvedAt" IS NULL))) AS posts
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

type Row = Place & { posts: (Omit<ModeratedPost, "author"> & { author: KnownAuthor })[] | null }

/** The posts of an assignment that were reported or are hidden, for staff of the class. One trip. */
export async function loadModeration(
  viewer: Viewer,
  assignmentId: string,
): Promise<Decision<ModeratedPost[]>> {
  const statement = { name: "moderation", text: MODERATED, values: [viewer.userId, assignmentId] }
  const row = (await pool().query<Row>(statement)).rows[0]
  if (!row || !can(viewer, "post.hide", factsOf(row))) return refuse("missing", "discussion.noSuchAssignment")
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  return allow((row.posts ?? []).map((post) => ({ ...post, author: authorView(post.author, shown) })))
}
