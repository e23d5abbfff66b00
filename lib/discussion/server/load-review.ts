import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { FlagView, ReviewedPost, ReviewView } from "@/lib/discussion/moderation/reviewed-post"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { hasStood } from "@/lib/discussion/server/held-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { standingHtml } from "@/lib/discussion/server/restating-store"
import { pool } from "@/lib/platform/database"

const MILLISECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

const FLAGS = `
  SELECT json_agg(json_build_object('kind', f.kind, 'word', f.word, 'note', f.note, 'passage', f.passage,
                                    'at', ${MILLISECONDS(`f."createdAt"`)}) ORDER BY f."createdAt", f.word, f.id)
  FROM "PostFlag" f WHERE f."postId" = po.id AND f."clearedAt" IS NULL`

const RETURNED = `
  SELECT json_build_object('reason', r.reason, 'at', ${MILLISECONDS(`r."returnedAt"`)}, 'by', u."displayName")
  FROM "PostReturn" r LEFT JOIN "User" u ON u.id = r."returnedById"
  WHERE r."postId" = po.id AND r."resentAt" IS NULL ORDER BY r."returnedAt" DESC LIMIT 1`

// What waits comes by how long it has; the rest follows.
const REVIEW = `
  SELECT ${PLACE_COLUMNS}, (
    SELECT json_agg(json_build_object(
      'id', po."publicId", 'promptId', t."promptId", 'promptPosition', p.position, 'state', po.state,
      'move', po.move, 'side', po.side, 'html', po.html,
      'restatedHtml', CASE WHEN po.move <> 'restate' THEN ${standingHtml("po.id")} END, 'createdAt', ${MILLISECONDS(`po."createdAt"`)},
      'isEdited', po."editedAt" IS NOT NULL, 'hasStood', ${hasStood("po")},
      'author', ${knownAuthor(`po."aliasId"`, "e.id")},
      'answers', CASE WHEN parent.id IS NOT NULL THEN json_build_object(
        'author', ${knownAuthor(`parent."aliasId"`, "e.id")}, 'excerpt', left(parent.body, 200)) END,
      'flags', coalesce((${FLAGS}), '[]'), 'returned', (${RETURNED}),
      'timesReturned', (SELECT count(*) FROM "PostReturn" r WHERE r."postId" = po.id AND r."resentAt" IS NOT NULL)
      ) ORDER BY coalesce(po."heldAt", po."createdAt"), po.id)
    FROM "Thread" t
    JOIN "Prompt" p ON p.id = t."promptId"
    JOIN "Post" po ON po."threadId" = t.id
    LEFT JOIN "Post" parent ON parent.id = po."parentId"
    WHERE t."assignmentId" = a.id AND (po.state IN ('held', 'returned') OR EXISTS (
      SELECT 1 FROM "PostFlag" o WHERE o."postId" = po.id AND o."clearedAt" IS NULL))) AS posts
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

type Known = Omit<ReviewedPost, "author" | "answers"> & {
  author: KnownAuthor
  answers: { author: KnownAuthor; excerpt: string } | null
  flags: FlagView[]
}
type Row = Place & { posts: Known[] | null }

/** The posts of an assignment that wait, are flagged or were given back, for staff of the class. One trip. */
export async function loadReview(viewer: Viewer, assignmentId: string): Promise<Decision<ReviewView>> {
  const statement = { name: "review", text: REVIEW, values: [viewer.userId, assignmentId] }
  const row = (await pool().query<Row>(statement)).rows[0]
  if (!row || !can(viewer, "post.review", factsOf(row)))
    return refuse("missing", "discussion.noSuchAssignment")
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  const name = (author: KnownAuthor) => authorView(author, shown)
  const posts = (row.posts ?? []).map(({ author, answers, ...post }) => ({
    ...post,
    author: name(author),
    answers: answers && { name: name(answers.author).name, excerpt: answers.excerpt },
  }))
  return allow({ premoderated: row.rules.premoderated, ...sorted(posts) })
}

const sorted = (posts: readonly ReviewedPost[]): Omit<ReviewView, "premoderated"> => ({
  waiting: posts.filter(({ state }) => state === "held"),
  flagged: posts.filter(({ state, flags }) => state !== "held" && state !== "returned" && flags.length > 0),
  returned: posts.filter(({ state }) => state === "returned"),
})
