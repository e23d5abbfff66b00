import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { type HaltFacts, haltOf } from "@/lib/discussion/moderation/halt"
import type { WatchedWord } from "@/lib/discussion/moderation/watch-list"
import type { Move } from "@/lib/discussion/posts/moves"
import type { KnownWording, RestatingFacts } from "@/lib/discussion/restating/decide-restating"
import { hasPostedIn, isAliasOf } from "@/lib/discussion/server/alias-store"
import { watchedIn } from "@/lib/discussion/server/held-store"
import {
  factsOf,
  isStaffHere,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  READS_THREAD,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import { wordingsOf } from "@/lib/discussion/server/restating-store"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** A post that may restate the one it answers, and where both stand. */
export type RestatingPlace = Place &
  HaltFacts & {
    threadId: string
    promptId: string
    groupId: string | null
    postId: string
    seq: number
    move: Move
    state: StoredState
    parentId: string
    parentSeq: number
    parentState: StoredState
    isRestater: boolean
    isRestated: boolean
    hasPosted: boolean
    ownPostIsOver: boolean
    wordings: KnownWording[]
    /** The words that are watched here. */
    watched: WatchedWord[]
  }

const AT_RESTATING = `
  SELECT ${PLACE_COLUMNS}, t.id AS "threadId", t."promptId", t."groupId", t."lockedAt", t."lockedFor", po.id AS "postId", po.seq, po.move, po.state,
         parent.id AS "parentId", parent.seq AS "parentSeq", parent.state AS "parentState",
         ${isAliasOf(`po."aliasId"`, "e.id")} AS "isRestater",
         ${isAliasOf(`parent."aliasId"`, "e.id")} AS "isRestated",
         ${hasPostedIn("t.id", "e.id")} AS "hasPosted", ${ownPostIsOver("now()")} AS "ownPostIsOver", ${wordingsOf("po.id")} AS wordings,
         ${watchedIn(`a."classId"`)} AS watched
  FROM ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id AND ${READS_THREAD}
  JOIN "Post" po ON po."threadId" = t.id AND po."publicId" = $2
  JOIN "Post" parent ON parent.id = po."parentId"`

/**
 * A post that answers another, by its public id, through what the viewer may see: null outside their classes, for a post
 * that answers none, and for a student to whom the thread is shut. One trip.
 */
export async function loadRestatingPlace(viewer: Viewer, publicId: string): Promise<RestatingPlace | null> {
  const statement = { name: "restating-place", text: AT_RESTATING, values: [viewer.userId, publicId] }
  const place = (await pool().query<RestatingPlace>(statement)).rows[0]
  if (!place || !can(viewer, "post.see", factsOf(place))) return null
  return isStaffHere(viewer, place) || place.hasPosted || place.ownPostIsOver ? place : null
}

/** What the rules about restatements ask of a place. */
export const restatingFacts = (viewer: Viewer, place: RestatingPlace): RestatingFacts => ({
  mayWrite: can(viewer, "post.write", factsOf(place)),
  isStaff: isStaffHere(viewer, place),
  opensAt: place.opensAt,
  closesAt: place.closesAt,
  archived: place.archived,
  halt: haltOf(place)?.kind ?? null,
  isRestater: place.isRestater,
  isRestated: place.isRestated,
  maySettle: can(viewer, "restatement.settle", factsOf(place)),
  bothStand: place.state === "visible" && place.parentState === "visible",
  wordings: place.wordings,
})
