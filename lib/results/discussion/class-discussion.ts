import { FEWEST_TO_SAY } from "../analysis/fewest"
import { type Interval, wilsonInterval } from "../analysis/wilson-interval"
import type { AuthorProfile, DiscussionProfile } from "./discussion-profile"
import type { LinkedPost } from "./link-posts"
import type { PostView } from "./post-views"

/** How many of `n`; the share with its 95% interval (Wilson), null below FEWEST_TO_SAY. */
export type CountedShare = { count: number; n: number; share: ({ share: number } & Interval) | null }

export type ClassDiscussion = {
  posts: number
  replies: number
  citations: number
  /** Posts that cite the text, of all. */
  onText: CountedShare
  /** Replies to another declared side, of those between two declared ones. */
  across: CountedShare
  /** Replies where a side is not declared, or to oneself. */
  unsided: number
  /** Restatements that their authors confirmed, of all. */
  confirmed: CountedShare
  /** Restatements that a teacher settled as fair. */
  settledFair: number
  /** Posts at the top that nobody else has answered, the longest first. */
  waiting: LinkedPost[]
  /** Students who have posted and whom no classmate has answered. */
  unheard: AuthorProfile[]
}

/** What the students of a class have written, taken together. */
export function summariseDiscussion({ students }: Pick<DiscussionProfile, "students">): ClassDiscussion {
  const sum = (view: PostView) => students.reduce((total, { counts }) => total + counts[view], 0)
  const wrote = students.filter(({ author, posts }) => posts.length > 0 && !author.hasLeft)
  const [posts, replies, across, within] = [
    sum("openings") + sum("replies"),
    sum("replies"),
    sum("across"),
    sum("within"),
  ]
  return {
    posts,
    replies,
    citations: students.reduce((total, { citations }) => total + citations, 0),
    onText: shareOf(sum("citing"), posts),
    across: shareOf(across, across + within),
    unsided: replies - across - within,
    confirmed: shareOf(sum("confirmed"), sum("restated")),
    settledFair: sum("settledFair"),
    waiting: students
      .flatMap((student) => student.posts.filter(({ isWaiting }) => isWaiting))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1)),
    unheard: wrote.filter(({ heardBy }) => heardBy === 0),
  }
}

const shareOf = (count: number, n: number): CountedShare => ({
  count,
  n,
  share: n < FEWEST_TO_SAY ? null : { share: count / n, ...wilsonInterval(count, n) },
})
