import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { type HaltFacts, haltOf } from "@/lib/discussion/moderation/halt"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import type { WatchedWord } from "@/lib/discussion/moderation/watch-list"
import type { OwnPostFacts } from "@/lib/discussion/posts/decide-own-post"
import { hasPostedIn, isAliasOf } from "@/lib/discussion/server/alias-store"
import { watchedIn } from "@/lib/discussion/server/held-store"
import { hasReported, hasWorried } from "@/lib/discussion/server/moderation-store"
import { currentNorms } from "@/lib/discussion/server/norms-store"
import {
  factsOf,
  isStaffHere,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  READS_THREAD,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import { standingNumber } from "@/lib/discussion/server/restating-store"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** A post that somebody wants to do something with, and where it stands. */
export type PostPlace = Place &
  HaltFacts & {
    threadId: string
    promptId: string
    /** Of the group whose thread it stands in; null: of the class. */
    groupId: string | null
    postId: string
    /** Null while it has never stood in its thread. */
    seq: number | null
    state: StoredState
    body: string
    html: string
    createdAt: Date
    editedAt: Date | null
    deletedAt: Date | null
    heldAt: Date | null
    returnedAt: Date | null
    revisions: number
    /** The words that are watched here. */
    watched: WatchedWord[]
    /** Those of the class as they stand. */
    norms: NormsView
    isOwn: boolean
    hasPosted: boolean
    ownPostIsOver: boolean
    hasReported: boolean
    /** Has said that they are worried about somebody. */
    hasWorried: boolean
    /** Of a post that only restates: the number of its last wording, which is its words. */
    restatesAs: number | null
  }

/** The columns of a PostPlace; `$1` is the viewer and `$2` the post's public id. Aliases: as in place.ts, `t`, `po`. */
export const POST_COLUMNS = `
  ${PLACE_COLUMNS}, t."lockedAt", t."lockedFor", t.id AS "threadId", t."promptId", t."groupId", po.id AS "postId", po.seq, po.state, po.body, po.html,
         po."createdAt", po."editedAt", po."deletedAt", po."heldAt", po."returnedAt", ${watchedIn(`a."classId"`)} AS watched,
         ${currentNorms(`a."classId"`)} AS norms,
         (SELECT count(*)::int FROM "PostRevision" pr WHERE pr."postId" = po.id) AS revisions,
         ${isAliasOf(`po."aliasId"`, "e.id")} AS "isOwn", ${hasPostedIn("t.id", "e.id")} AS "hasPosted",
         ${ownPostIsOver("now()")} AS "ownPostIsOver", ${hasReported("po.id", "e.id")} AS "hasReported",
         ${hasWorried("po.id", "e.id")} AS "hasWorried",
         CASE WHEN po.move = 'restate' THEN ${standingNumber("po.id")} END AS "restatesAs"`

export const FROM_POST = `
  FROM ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id AND ${READS_THREAD}
  JOIN "Post" po ON po."threadId" = t.id AND po."publicId" = $2`

/**
 * A post by its public id, through what the viewer may see: null outside their classes, and for a student who has not
 * posted in its thread, unless it is their own. What never stood there only its author and staff get. A thread of
 * another group is none of theirs, whoever wrote the post. One trip.
 */
export async function loadPostPlace(viewer: Viewer, publicId: string): Promise<PostPlace | null> {
  const text = `SELECT ${POST_COLUMNS} ${FROM_POST}`
  const statement = { name: "post-place", text, values: [viewer.userId, publicId] }
  const place = (await pool().query<PostPlace>(statement)).rows[0]
  return place && maySeePost(viewer, place) ? place : null
}

export const maySeePost = (viewer: Viewer, place: PostPlace): boolean =>
  can(viewer, "post.see", factsOf(place)) &&
  (isStaffHere(viewer, place) ||
    place.isOwn ||
    (place.seq !== null && (place.hasPosted || place.ownPostIsOver)))

/** What the rules about one's own post ask of a place. */
export const ownPostFacts = (viewer: Viewer, place: PostPlace): OwnPostFacts => ({
  mayWrite: can(viewer, "post.write", factsOf(place)),
  isStaff: isStaffHere(viewer, place),
  opensAt: place.opensAt,
  closesAt: place.closesAt,
  archived: place.archived,
  halt: haltOf(place)?.kind ?? null,
  isOwn: place.isOwn,
  state: place.state,
  createdAt: place.createdAt,
  deletedAt: place.deletedAt,
  body: place.body,
})

/** The part of an event that says which post: thread and number. Whoever wrote it is named nowhere. */
export const eventAbout = (place: Pick<PostPlace, "classId" | "assignmentId" | "threadId">) => ({
  classId: place.classId,
  assignmentId: place.assignmentId,
  subjectId: place.threadId,
})
