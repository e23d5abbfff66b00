import type { Side } from "@/lib/discussion/posts/moves"
import { groupBy } from "../group-by"
import type { AuthorFacts, PostFacts } from "./discussion-facts"

/** A post among the others. */
export type LinkedPost = PostFacts & {
  author: AuthorFacts
  /** What it answers; null at the top, and where that was taken back. */
  parent: (PostFacts & { author: AuthorFacts }) | null
  /** What answers it, in order of writing. */
  answers: (PostFacts & { author: AuthorFacts })[]
  /** The side it speaks from: its own; a reply's is the last its author had declared in the thread by then. */
  standing: Side | null
  /** The side that what it answers speaks from. */
  parentStanding: Side | null
  /** Whether a reply crosses to another declared side. Null at the top, to oneself, and where a side is undeclared. */
  crosses: boolean | null
  /** At the top, to be seen by the class, and answered by nobody else. */
  isWaiting: boolean
}

/** Each post with what it answers, what answers it and where it stands. The order of `posts` does not matter. */
export function linkPosts(posts: readonly PostFacts[], authors: readonly AuthorFacts[]): LinkedPost[] {
  const byKey = new Map(authors.map((author) => [author.key, author]))
  const signed = [...posts].sort(inOrder).flatMap((post) => {
    const author = byKey.get(post.authorKey)
    // Beside a post its author is called as in its thread, not by the pseudonyms of other questions.
    return author ? [{ ...post, author: { ...author, alias: post.alias } }] : []
  })
  const byId = new Map(signed.map((post) => [post.id, post]))
  const answersTo = groupBy(
    signed.filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId,
  )
  const openings = groupBy(
    signed.filter((post) => !post.isReply && post.side !== null),
    (post) => `${threadOf(post)} ${post.authorKey}`,
  )
  const standingOf = (post: PostFacts): Side | null =>
    post.isReply
      ? (openings
          .get(`${threadOf(post)} ${post.authorKey}`)
          ?.filter(({ seq }) => seq < post.seq)
          .at(-1)?.side ?? null)
      : post.side
  return signed.map((post) => {
    const parent = post.parentId === null ? null : (byId.get(post.parentId) ?? null)
    const answers = answersTo.get(post.id) ?? []
    const standing = standingOf(post)
    const parentStanding = parent && standingOf(parent)
    return {
      ...post,
      parent,
      answers,
      standing,
      parentStanding,
      crosses: parent?.authorKey === post.authorKey ? null : areApart(standing, parentStanding),
      isWaiting: !post.isReply && post.state === "visible" && !answers.some(isHeardFrom(post)),
    }
  })
}

/** Whether an answer is by somebody else, and can be read by the class. */
export const isHeardFrom =
  (post: Pick<PostFacts, "authorKey">) =>
  (answer: PostFacts): boolean =>
    answer.state === "visible" && answer.authorKey !== post.authorKey

/** Null where one of them is not declared. */
const areApart = (one: Side | null, other: Side | null): boolean | null =>
  one === null || other === null ? null : one !== other

/** One of a prompt's threads: side and order are told within it. */
const threadOf = ({ promptId, group }: PostFacts): string => `${promptId} ${group?.id ?? ""}`

const inOrder = (a: PostFacts, b: PostFacts): number =>
  threadOf(a) === threadOf(b) ? a.seq - b.seq : threadOf(a) < threadOf(b) ? -1 : 1
