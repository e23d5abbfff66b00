import { type Move, moves } from "@/lib/discussion/posts/moves"
import { isHeardFrom, type LinkedPost } from "./link-posts"

const KINDS = {
  openings: (post: LinkedPost) => !post.isReply,
  replies: (post: LinkedPost) => post.isReply,
  citing: (post: LinkedPost) => post.citations.length > 0,
  across: (post: LinkedPost) => post.crosses === true,
  within: (post: LinkedPost) => post.crosses === false,
  answered: (post: LinkedPost) => post.answers.some(isHeardFrom(post)),
  waiting: (post: LinkedPost) => post.isWaiting,
  hidden: (post: LinkedPost) => post.state === "hidden",
  restated: (post: LinkedPost) => post.restating !== null,
  confirmed: (post: LinkedPost) => post.restating === "confirmed",
  unconfirmed: (post: LinkedPost) => post.restating === "waiting" || post.restating === "not_quite",
  settledFair: (post: LinkedPost) => post.restating === "fair",
  settledUnfair: (post: LinkedPost) => post.restating === "unfair",
}

/** Which posts a number counts, and the page that it opens shows. */
export type PostView = keyof typeof KINDS | Move

export const postViews: readonly PostView[] = [...(Object.keys(KINDS) as (keyof typeof KINDS)[]), ...moves]

export const isInView = (post: LinkedPost, view: PostView): boolean =>
  view in KINDS ? KINDS[view as keyof typeof KINDS](post) : post.move === view

export type PostCounts = Record<PostView, number>

/** How many of these posts each view shows. */
export const countViews = (posts: readonly LinkedPost[]): PostCounts =>
  Object.fromEntries(
    postViews.map((view) => [view, posts.filter((post) => isInView(post, view)).length]),
  ) as PostCounts
