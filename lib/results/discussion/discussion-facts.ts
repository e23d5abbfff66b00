import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { RestatingState } from "@/lib/discussion/restating/wordings"
import type { SourceView } from "@/lib/discussion/thread/thread-view"

/**
 * Flat facts of the discussion of one assignment. Whoever may not know which posts are whose gets authors without
 * names, under keys that lead nowhere else.
 */

export type CitationFacts = { sentenceId: string; paragraph: number; ordinal: number; quote: string }

/** A group of the class, where each has a thread of its own. */
export type GroupOfThread = { id: string; name: string }

export type AuthorFacts = {
  /** The enrolment for who may know it, else the pseudonym's id. */
  key: string
  /** Null for who may not know it. */
  name: string | null
  /** One for each question they wrote at, in the questions' order: "Blue Heron, Red Kite". Null: they have never posted. */
  alias: string | null
  isStaff: boolean
  hasLeft: boolean
}

/** A post that its author has not taken back. */
export type PostFacts = {
  /** The public id: what an address may hold. */
  id: string
  authorKey: string
  /** The author's pseudonym at its question. */
  alias: string
  promptId: string
  /** In whose thread it stands; null: in that of the class. */
  group: GroupOfThread | null
  /** Order of writing within its thread. */
  seq: number
  isReply: boolean
  /** Null for a post at the top, and where the post it answers was taken back. */
  parentId: string | null
  move: Move
  /** As declared on a post at the top; a reply declares none. */
  side: Side | null
  state: "visible" | "hidden"
  /** Its first words. */
  excerpt: string
  /** All of it, sanitised. Null where a page has no need of it and so did not load it. */
  html: string | null
  createdAt: Date
  citations: CitationFacts[]
  /** Where what it says of the post it answers stands; null where it restates nothing. */
  restating: RestatingState | null
  /** A challenge's restatement, sanitised; null where a page has no need of it, and where either post is gone. */
  restatedHtml: string | null
  /** Posts of the thread that it cites: by number, in their first words where the class can read them. */
  citedPosts: { id: string; seq: number; excerpt: string | null }[]
  sources: SourceView[]
}

/** Students who have no post at the top of a prompt though their time for it is over; keys are enrolments, or null. */
export type MissedFacts = { position: number; count: number; keys: string[] | null }

export type PromptFacts = { id: string; position: number; text: string }

export type DiscussionFacts = {
  prompts: readonly PromptFacts[]
  authors: readonly AuthorFacts[]
  posts: readonly PostFacts[]
}
