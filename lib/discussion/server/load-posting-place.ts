import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { SeatFacts } from "@/lib/discussion/groups/decide-seat"
import type { PostAnswerInput } from "@/lib/discussion/input"
import { type HaltFacts, haltOf } from "@/lib/discussion/moderation/halt"
import type { WatchedWord } from "@/lib/discussion/moderation/watch-list"
import { hasOpened, type PostingFacts } from "@/lib/discussion/posts/decide-post"
import {
  hasPostedIn,
  isAliasOf,
  lastPostIn,
  type OwnAlias,
  ownAlias,
  postByKey,
} from "@/lib/discussion/server/alias-store"
import { hasStood, watchedIn } from "@/lib/discussion/server/held-store"
import { hasAcceptedNorms } from "@/lib/discussion/server/norms-store"
import {
  factsOf,
  isPast,
  isStaffHere,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  READS_THREAD,
  SEATS_THREAD,
  seatAt,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** A cited sentence with its words as they stand in the assignment's text. */
export type FoundSentence = { sentenceId: string; quote: string }

/** A cited post by its public id, with the id of its row. */
export type FoundCited = { id: string; publicId: string }

export type PostingPlace = Place &
  SeatFacts &
  HaltFacts & {
    groupId: string | null
    /** The post that the same press has made already, by public id. */
    postedBefore: string | null
    acceptedNorms: boolean
    lastPostAt: Date | null
    promptId: string
    threadId: string | null
    revisionId: string
    ownAlias: OwnAlias | null
    hasPosted: boolean
    ownPostIsOver: boolean
    hasSides: boolean
    /** Those of the cited posts that stand in the thread. */
    foundPosts: FoundCited[] | null
    /** Those of the cited sentences that stand in the text. */
    found: FoundSentence[] | null
    /** The words that are watched here. */
    watched: WatchedWord[]
  }

/** The place of a reply is its parent's. */
export type ReplyPlace = PostingPlace & {
  parentId: string
  parentState: StoredState
  answersOwn: boolean
}

const COLUMNS = ([cited, citedPosts, now, key]: readonly [string, string, string, string]) => `
  t."lockedAt", t."lockedFor", ${hasAcceptedNorms("e.id", `a."classId"`)} AS "acceptedNorms",
  ${lastPostIn("t.id", "e.id")} AS "lastPostAt",
  ${postByKey({ enrolmentId: "e.id", assignmentId: "a.id" }, key)} AS "postedBefore",
  ${PLACE_COLUMNS}, t.id AS "threadId", lv."revisionId", ${ownAlias("e.id", "a.id", "p.id")} AS "ownAlias",
  ${hasPostedIn("t.id", "e.id")} AS "hasPosted", ${watchedIn(`a."classId"`)} AS watched,
  (SELECT json_agg(json_build_object('sentenceId', rs."sentenceId", 'quote', rs.text))
   FROM "RevisionSentence" rs
   WHERE rs."revisionId" = lv."revisionId" AND rs."sentenceId" = ANY(${cited}::uuid[])) AS found,
  p."hasSides", ${ownPostIsOver(now)} AS "ownPostIsOver",
  (SELECT json_agg(json_build_object('id', cp.id, 'publicId', cp."publicId"))
   FROM "Post" cp
   WHERE cp."threadId" = t.id AND cp.state = 'visible' AND cp."publicId" = ANY(${citedPosts}::uuid[])) AS "foundPosts"`

const AT_PROMPT = `
  SELECT ${COLUMNS(["$4", "$5", "$6", "$8"])}, p.id AS "promptId",
         seat."groupId", seat."needsGroup", seat."isHere", seat."isPast"
  FROM ${THROUGH_CLASS}
  JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
  ${seatAt({ thread: "$7::text" })}
  LEFT JOIN ${SEATS_THREAD}
  WHERE a.id = $2`

const AT_PARENT = `
  SELECT ${COLUMNS(["$3", "$4", "$5", "$6"])}, t."promptId", t."groupId", false AS "needsGroup", true AS "isHere",
         ${isPast('t."groupId"')} AS "isPast", parent.id AS "parentId", parent.state AS "parentState",
         ${isAliasOf(`parent."aliasId"`, "e.id")} AS "answersOwn"
  FROM ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id AND ${READS_THREAD}
  JOIN "Prompt" p ON p.id = t."promptId"
  JOIN "Post" parent ON parent."threadId" = t.id AND parent."publicId" = $2 AND ${hasStood("parent")}`

/** What a post wants to lean on: sentences by id, posts by public id. */
export type Cites = { sentenceIds: readonly string[]; postIds: readonly string[] }

type AtPrompt = Cites &
  Pick<PostAnswerInput, "assignmentId" | "promptId" | "thread" | "clientKey"> & { now: Date }

/** Where a post at the top of a prompt's thread would stand, through what the viewer may see. One trip. */
export async function loadPromptPlace(viewer: Viewer, at: AtPrompt): Promise<PostingPlace | null> {
  const { assignmentId, promptId, sentenceIds, postIds, thread, clientKey } = at
  const values = [
    viewer.userId,
    assignmentId,
    promptId,
    sentenceIds,
    postIds,
    at.now,
    thread ?? null,
    clientKey,
  ]
  const result = await pool().query<PostingPlace>({ name: "posting-at-prompt", text: AT_PROMPT, values })
  return result.rows[0] ?? null
}

type AtParent = Cites & { parentId: string; clientKey: string; now: Date }

/** Where a reply would stand: class, assignment and thread are its parent's. One trip. */
export async function loadReplyPlace(viewer: Viewer, at: AtParent): Promise<ReplyPlace | null> {
  const values = [viewer.userId, at.parentId, at.sentenceIds, at.postIds, at.now, at.clientKey]
  const result = await pool().query<ReplyPlace>({ name: "posting-at-parent", text: AT_PARENT, values })
  return result.rows[0] ?? null
}

/** What the rules ask about a place. A post of a thread that is shut to the writer is not found. */
export function postingFacts(viewer: Viewer, place: PostingPlace): PostingFacts {
  const { opensAt, closesAt, archived, hasPosted, hasSides } = place
  const gate = { isStaff: isStaffHere(viewer, place), hasPosted, ownPostIsOver: place.ownPostIsOver }
  return {
    ...gate,
    mayWrite: can(viewer, "post.write", factsOf(place)),
    opensAt,
    closesAt,
    archived,
    halt: haltOf(place)?.kind ?? null,
    acceptedNorms: place.acceptedNorms,
    slowSeconds: place.rules.slowSeconds,
    lastPostAt: place.lastPostAt,
    hasSides,
    citedFound: place.found?.length ?? 0,
    citedPostsFound: hasOpened(gate) ? (place.foundPosts?.length ?? 0) : 0,
  }
}
