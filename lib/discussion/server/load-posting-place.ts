import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
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
  throughClass,
} from "@/lib/discussion/server/place"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"
import { type ViewerRow, viewerByToken, viewerOf } from "@/lib/platform/load-viewer-by-token"

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
  CASE WHEN cardinality(${citedPosts}::uuid[]) > 0 THEN (
    SELECT json_agg(json_build_object('id', cp.id, 'publicId', cp."publicId"))
    FROM "Post" cp
    WHERE cp."threadId" = t.id AND cp.state = 'visible' AND cp."publicId" = ANY(${citedPosts}::uuid[])) END AS "foundPosts"`

// Both begin with whoever asks, as `viewer`.
const AT_PROMPT = `
  SELECT ${COLUMNS(["$4", "$5", "$6", "$8"])}, p.id AS "promptId",
         seat."groupId", seat."needsGroup", seat."isHere", seat."isPast"
  FROM ${throughClass(`viewer."userId"`)}
  JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
  ${seatAt({ thread: "$7::text" })}
  LEFT JOIN ${SEATS_THREAD}
  WHERE a.id = $2`

// The parent comes first, by its key: read through the thread, a post of a long one is looked for among all of them.
const AT_PARENT = `
  WITH parent AS MATERIALIZED (SELECT * FROM "Post" WHERE "publicId" = $2)
  SELECT ${COLUMNS(["$3", "$4", "$5", "$6"])}, t."promptId", t."groupId", false AS "needsGroup", true AS "isHere",
         ${isPast('t."groupId"')} AS "isPast", parent.id AS "parentId", parent.state AS "parentState",
         ${isAliasOf(`parent."aliasId"`, "e.id")} AS "answersOwn"
  FROM ${throughClass(`viewer."userId"`)}
  JOIN "Thread" t ON t."assignmentId" = a.id AND ${READS_THREAD}
  JOIN "Prompt" p ON p.id = t."promptId"
  JOIN parent ON parent."threadId" = t.id AND ${hasStood("parent")}`

// One row where there is such a person, with what they find, if they find it.
const found = (viewer: string, place: string) => `
  SELECT to_json(viewer) AS viewer, place.* FROM (${viewer}) viewer LEFT JOIN LATERAL (${place}) place ON true`

const KNOWN = `SELECT $1::uuid AS "userId"`
const BY_TOKEN = viewerByToken("$1")
const PROMPT_OF_KNOWN = found(KNOWN, AT_PROMPT)
const PROMPT_BY_TOKEN = found(BY_TOKEN, AT_PROMPT)
const PARENT_OF_KNOWN = found(KNOWN, AT_PARENT)
const PARENT_BY_TOKEN = found(BY_TOKEN, AT_PARENT)

/** Who posts: somebody known, or whoever holds the session of this token hash, who is looked up in the same trip. */
export type Poster = Viewer | { tokenHash: Buffer }

/** Where a post would stand, through what its writer may see; null where they see nothing of the kind. */
type Found<P> = Decision<{ viewer: Viewer; place: P | null }>

type Asked = { name: string; ofKnown: string; byToken: string; values: unknown[] }

async function findPlace<P extends PostingPlace>(by: Poster, asked: Asked): Promise<Found<P>> {
  const { name, ofKnown, byToken, values } = asked
  const statement =
    "tokenHash" in by
      ? { name: `${name}-by-token`, text: byToken, values: [by.tokenHash, ...values] }
      : { name, text: ofKnown, values: [by.userId, ...values] }
  const [row] = (await pool().query<P & { viewer: ViewerRow }>(statement)).rows
  if (!row) return refuse("unauthenticated", "common.signedOut")
  const { viewer: found, ...place } = row
  const viewer = "tokenHash" in by ? viewerOf(found) : by
  if (viewer.mustChangePassword) return refuse("forbidden", "common.passwordFirst")
  return allow({ viewer, place: place.assignmentId ? (place as unknown as P) : null })
}

/** What a post wants to lean on: sentences by id, posts by public id. */
export type Cites = { sentenceIds: readonly string[]; postIds: readonly string[] }

type AtPrompt = Cites &
  Pick<PostAnswerInput, "assignmentId" | "promptId" | "thread" | "clientKey"> & { now: Date }

/** Where a post at the top of a prompt's thread would stand. One trip. */
export function loadPromptPlace(by: Poster, at: AtPrompt): Promise<Found<PostingPlace>> {
  const { assignmentId, promptId, sentenceIds, postIds, thread, clientKey } = at
  const values = [assignmentId, promptId, sentenceIds, postIds, at.now, thread ?? null, clientKey]
  const statement = { name: "posting-at-prompt", ofKnown: PROMPT_OF_KNOWN, byToken: PROMPT_BY_TOKEN, values }
  return findPlace<PostingPlace>(by, statement)
}

type AtParent = Cites & { parentId: string; clientKey: string; now: Date }

/** Where a reply would stand: class, assignment and thread are its parent's. One trip. */
export function loadReplyPlace(by: Poster, at: AtParent): Promise<Found<ReplyPlace>> {
  const values = [at.parentId, at.sentenceIds, at.postIds, at.now, at.clientKey]
  const statement = { name: "posting-at-parent", ofKnown: PARENT_OF_KNOWN, byToken: PARENT_BY_TOKEN, values }
  return findPlace<ReplyPlace>(by, statement)
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
