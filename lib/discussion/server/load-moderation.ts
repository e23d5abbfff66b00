import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ModeratedPost } from "@/lib/discussion/moderation/moderated-post"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { standingAct } from "@/lib/discussion/server/ledger-store"
import { currentNorms } from "@/lib/discussion/server/norms-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { meantOf, standingHtml } from "@/lib/discussion/server/restating-store"
import { pool } from "@/lib/platform/database"

const MILLISECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

/** A report that nobody has answered, or a worry that nobody has taken. */
const waits = (report: string) =>
  `(${report}."resolvedAt" IS NULL OR (${report}.kind = 'worried' AND ${report}."takenAt" IS NULL))`

const REPORTS = `
  SELECT json_agg(json_build_object('kind', r.kind, 'reason', r.reason, 'at', ${MILLISECONDS(`r."createdAt"`)},
                    'isOpen', r."resolvedAt" IS NULL, 'takenAt', ${MILLISECONDS(`r."takenAt"`)}, 'takenBy', tu."displayName")
                  ORDER BY r."createdAt", r.id)
  FROM "PostReport" r LEFT JOIN "User" tu ON tu.id = r."takenById" WHERE r."postId" = po.id AND ${waits("r")}`

const HIDING = `
  SELECT json_build_object('reason', h.reason, 'at', ${MILLISECONDS(`h."hiddenAt"`)}, 'by', u."displayName")
  FROM "PostHiding" h LEFT JOIN "User" u ON u.id = h."hiddenById"
  WHERE h."postId" = po.id AND h."liftedAt" IS NULL ORDER BY h."hiddenAt" DESC LIMIT 1`

// Who reported is not even asked for.
const MODERATED = `
  SELECT ${PLACE_COLUMNS}, ${currentNorms(`a."classId"`)} AS norms, (
    SELECT json_agg(json_build_object(
      'id', po."publicId", 'promptId', t."promptId", 'promptPosition', p.position,
      'group', (SELECT g.name FROM "Group" g WHERE g.id = t."groupId"), 'state', po.state,
      'html', po.html, 'createdAt', ${MILLISECONDS(`po."createdAt"`)}, 'isEdited', po."editedAt" IS NOT NULL,
      'restatedHtml', CASE WHEN po.move <> 'restate' THEN ${standingHtml("po.id")} END,
      'meantHtml', ${meantOf("po.id")},
      'author', ${knownAuthor(`po."aliasId"`, "e.id")},
      'reports', coalesce((${REPORTS}), '[]'), 'hiding', (${HIDING}), 'act', ${standingAct("po.id")}) ORDER BY p.position, po.seq)
    FROM "Thread" t
    JOIN "Prompt" p ON p.id = t."promptId"
    JOIN "Post" po ON po."threadId" = t.id
    WHERE t."assignmentId" = a.id AND (po.state = 'hidden' OR EXISTS (
      SELECT 1 FROM "PostReport" o WHERE o."postId" = po.id AND ${waits("o")}))) AS posts
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

export type Moderation = {
  posts: ModeratedPost[]
  norms: NormsView
  /** This viewer answers appeals. */
  mayAnswer: boolean
}

type Row = Place & {
  norms: NormsView
  posts: (Omit<ModeratedPost, "author"> & { author: KnownAuthor })[] | null
}

/** The posts of an assignment that were reported or are hidden, for staff of the class. One trip. */
export async function loadModeration(viewer: Viewer, assignmentId: string): Promise<Decision<Moderation>> {
  const statement = { name: "moderation", text: MODERATED, values: [viewer.userId, assignmentId] }
  const row = (await pool().query<Row>(statement)).rows[0]
  if (!row || !can(viewer, "post.hide", factsOf(row))) return refuse("missing", "discussion.noSuchAssignment")
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  const posts = (row.posts ?? []).map((post) => ({ ...post, author: authorView(post.author, shown) }))
  return allow({ posts, norms: row.norms, mayAnswer: can(viewer, "postAppeal.decide", factsOf(row)) })
}
