import "server-only"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { hasStood } from "@/lib/discussion/server/held-store"

/** What a post leans on beside the text. Pieces of SQL; every argument is SQL of the caller's own making, never input. */

/** How much of a cited post is shown, in characters. */
const CITED_WORDS = 140

/** The first words of a post, with a sign where there are more. */
export const firstWords = (body: string): string =>
  `left(${body}, ${CITED_WORDS}) || CASE WHEN length(${body}) > ${CITED_WORDS} THEN '…' ELSE '' END`

/**
 * The posts of its thread that a post cites: [{id, seq, author, excerpt}]. One that is hidden or taken back says nothing but
 * its place: its words are read where it stands, and nowhere kept.
 */
export const postsCited = (postId: string, reader: string): string => `coalesce((
  SELECT json_agg(json_build_object(
    'id', cp."publicId", 'seq', cp.seq,
    'author', CASE WHEN cp.state = 'visible' THEN ${knownAuthor(`cp."aliasId"`, reader)} END,
    'excerpt', CASE WHEN cp.state = 'visible' THEN ${firstWords("cp.body")} END) ORDER BY pc.position)
  FROM "PostCitation" pc JOIN "Post" cp ON cp.id = pc."citedPostId"
  WHERE pc."postId" = ${postId}), '[]')`

/** The sources outside the text that a post cites: [{title, address, publisher, published}]. */
export const sourcesCited = (postId: string): string => `coalesce((
  SELECT json_agg(json_build_object('title', sc.title, 'address', sc.address, 'publisher', sc.publisher,
                                    'published', sc.published) ORDER BY sc.position)
  FROM "SourceCitation" sc WHERE sc."postId" = ${postId}), '[]')`

/** Has somebody answered a post, whatever became of it, unless they took the answer back? What waits is no answer yet. */
export const isAnswered = (postId: string): string => `EXISTS (
  SELECT 1 FROM "Post" answer WHERE answer."parentId" = ${postId} AND answer.state <> 'deleted'
    AND ${hasStood("answer")})`
