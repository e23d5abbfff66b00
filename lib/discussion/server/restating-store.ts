import "server-only"
import { isAliasOf } from "@/lib/discussion/server/alias-store"

/** Restatements. Pieces of SQL for statements of this room and of others; arguments are SQL, never input. */

const MILLISECONDS = `(extract(epoch FROM r."createdAt") * 1000)::float8`

const isLast = `NOT EXISTS (
  SELECT 1 FROM "Restatement" later WHERE later."postId" = r."postId" AND later.number > r.number)`

/** The wording of a post's restatement that stands: {answer, ruling}; null where it restates nothing. */
export const standingWording = (postId: string): string => `(
  SELECT json_build_object('answer', r.answer, 'ruling', r.ruling) FROM "Restatement" r
  WHERE r."postId" = ${postId} ORDER BY r.number DESC LIMIT 1)`

/** What the author of a post said they meant, of restatements of it, as an array of HTML. */
export const meantOf = (postId: string): string => `coalesce((
  SELECT json_agg(r."meantHtml" ORDER BY r."answeredAt") FROM "Restatement" r JOIN "Post" asks ON asks.id = r."postId"
  WHERE asks."parentId" = ${postId} AND r."meantHtml" IS NOT NULL), '[]')`

/** The wordings of a post's restatement that its writer put otherwise before anybody answered them, as rows of former words. */
export const rewordedOf = (postId: string): string => `
  SELECT r.number, r.body, r."createdAt", true AS "isRestatement" FROM "Restatement" r
  WHERE r."postId" = ${postId} AND r.answer IS NULL AND r.ruling IS NULL AND NOT ${isLast}`

/** What it says, as typed, or null. */
export const standingBody = (postId: string): string => `(
  SELECT r.body FROM "Restatement" r WHERE r."postId" = ${postId} ORDER BY r.number DESC LIMIT 1)`

/** Its number, or null. */
export const standingNumber = (postId: string): string =>
  `(SELECT max(r.number) FROM "Restatement" r WHERE r."postId" = ${postId})`

/** The HTML of the wording that stands, or null. */
export const standingHtml = (postId: string): string => `(
  SELECT r.html FROM "Restatement" r WHERE r."postId" = ${postId} ORDER BY r.number DESC LIMIT 1)`

/** Does a post restate the one it answers? */
export const hasRestated = (postId: string): string =>
  `EXISTS (SELECT 1 FROM "Restatement" r WHERE r."postId" = ${postId})`

/** Has nobody said yet whether the wording that stands is what was meant? */
export const waitsForAnswer = (postId: string): string => `EXISTS (
  SELECT 1 FROM "Restatement" r
  WHERE r."postId" = ${postId} AND r.answer IS NULL AND r.ruling IS NULL AND ${isLast})`

/** Has somebody said of the wording that stands whether it is what was meant? */
export const wasAnswered = (postId: string): string => `EXISTS (
  SELECT 1 FROM "Restatement" r
  WHERE r."postId" = ${postId} AND (r.answer IS NOT NULL OR r.ruling IS NOT NULL) AND ${isLast})`

/** A post that answers another: two rows with id, state and "aliasId", and the reader's enrolment. */
type Restating = { post: string; parent: string; reader: string }

/**
 * A post's restatement as KnownRestating, for `restatingView` to cut down; null where there is none, and where either of
 * the two posts cannot be read: a restatement says again what the other post says.
 */
export const knownRestating = ({ post, parent, reader }: Restating): string => `
  CASE WHEN ${post}.state = 'visible' AND ${parent}.state = 'visible' THEN (
    SELECT json_build_object('isRestated', ${isAliasOf(`${parent}."aliasId"`, reader)}, 'wordings', json_agg(
      json_build_object('number', r.number, 'createdAt', ${MILLISECONDS}, 'answer', r.answer, 'ruling', r.ruling,
        'body', CASE WHEN ${isAliasOf(`${post}."aliasId"`, reader)} THEN r.body END, 'html', r.html,
        'meantHtml', r."meantHtml", 'ruledBy', u."displayName") ORDER BY r.number))
    FROM "Restatement" r LEFT JOIN "User" u ON u.id = r."ruledById"
    WHERE r."postId" = ${post}.id HAVING count(*) > 0) END`

/** All wordings of a post's restatement as KnownWording, for the rules. */
export const wordingsOf = (postId: string): string => `coalesce((
  SELECT json_agg(json_build_object('number', r.number, 'createdAt', ${MILLISECONDS}, 'answer', r.answer,
    'ruling', r.ruling, 'body', r.body, 'meant', r.meant) ORDER BY r.number)
  FROM "Restatement" r WHERE r."postId" = ${postId}), '[]')`
