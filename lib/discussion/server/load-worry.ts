import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ReportView } from "@/lib/discussion/moderation/moderated-post"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { enrolmentBehind, knownAuthor } from "@/lib/discussion/server/alias-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import type { AuthorView, PostState } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** A post that a student is worried about, for staff of the class. Times in milliseconds since 1970. */
export type WorriedPost = {
  id: string
  assignmentId: string
  promptId: string
  promptPosition: number
  title: string
  className: string
  state: PostState
  html: string
  author: AuthorView
  worries: Omit<ReportView, "kind">[]
}

/** What stands behind it, for opening what is private: never shown. */
export type WorryGround = Place & {
  postId: string
  authorEnrolmentId: string
  isAuthorStudent: boolean
  worriedAt: Date | null
}

const MILLISECONDS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

const WORRIED = `
  SELECT ${PLACE_COLUMNS}, po.id AS "postId", t."promptId", p.position AS "promptPosition", po.state, po.html, lv.title,
         c.name AS "className", ${knownAuthor(`po."aliasId"`, "e.id")} AS author, ${enrolmentBehind(`po."aliasId"`)} AS "authorEnrolmentId",
         (SELECT max(r."createdAt") FROM "PostReport" r WHERE r."postId" = po.id AND r.kind = 'worried') AS "worriedAt", (
           SELECT json_agg(json_build_object('reason', r.reason, 'at', ${MILLISECONDS(`r."createdAt"`)},
             'isOpen', r."resolvedAt" IS NULL, 'takenAt', ${MILLISECONDS(`r."takenAt"`)}, 'takenBy', u."displayName")
             ORDER BY r."createdAt", r.id)
           FROM "PostReport" r LEFT JOIN "User" u ON u.id = r."takenById"
           WHERE r."postId" = po.id AND r.kind = 'worried') AS worries
  FROM ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id
  JOIN "Prompt" p ON p.id = t."promptId"
  JOIN "Post" po ON po."threadId" = t.id AND po."publicId" = $2`

type Row = WorryGround &
  Omit<WorriedPost, "id" | "author"> & { author: KnownAuthor; worries: WorriedPost["worries"] | null }

export type LoadedWorry = { post: WorriedPost; ground: WorryGround; mayOpen: boolean }

/** One trip. Where nobody is worried, and for everybody but staff of the class, there is no such post. */
export async function loadWorry(viewer: Viewer, postId: string): Promise<Decision<LoadedWorry>> {
  const statement = { name: "worry", text: WORRIED, values: [viewer.userId, postId] }
  const row = (await pool().query<Row>(statement)).rows[0]
  if (!row?.worries || !can(viewer, "worry.take", factsOf(row)))
    return refuse("missing", "discussion.noSuchPost")
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  // The author's name goes no further than what may be shown of it.
  const { author, promptId, promptPosition, title, className, state, html, worries, ...behind } = row
  const post = {
    id: postId,
    assignmentId: row.assignmentId,
    promptId,
    promptPosition,
    title,
    className,
    state,
    html,
    author: authorView(author, shown),
    worries,
  }
  const ground = { ...behind, isAuthorStudent: !author.isStaff }
  return allow({ post, ground, mayOpen: can(viewer, "privateText.open", factsOf(row)) })
}
