import { groupBy } from "../group-by"
import type { AuthorFacts, DiscussionFacts, PromptFacts } from "./discussion-facts"
import { isHeardFrom, type LinkedPost, linkPosts } from "./link-posts"
import { countViews, type PostCounts } from "./post-views"

/** One student's part in the discussion. Numbers lead to posts; none of them is a score. */
export type AuthorProfile = {
  author: AuthorFacts
  /** By prompt, then in order of writing. */
  posts: LinkedPost[]
  counts: PostCounts
  /** Sentences of the text that are cited, a sentence as often as it is. */
  citations: number
  /** Different classmates who have answered. */
  heardBy: number
}

export type DiscussionProfile = {
  prompts: readonly PromptFacts[]
  /** Students by name, or by pseudonym; those who left and wrote nothing are not in it. */
  students: AuthorProfile[]
}

/** Who wrote what, in context. Staff are met only in what they answer, and what answers them. */
export function buildDiscussionProfile(facts: DiscussionFacts, locale: string): DiscussionProfile {
  const { prompts, authors } = facts
  const places = new Map(prompts.map(({ id, position }) => [id, position]))
  const placeOf = (post: LinkedPost) => places.get(post.promptId) ?? 0
  const written = groupBy(linkPosts(facts.posts, authors), ({ authorKey }) => authorKey)
  const names = new Intl.Collator(locale, { sensitivity: "base", numeric: true })
  return {
    prompts,
    students: authors
      .filter((author) => !author.isStaff && (!author.hasLeft || written.has(author.key)))
      .sort((a, b) => names.compare(calledOf(a), calledOf(b)) || (a.key < b.key ? -1 : 1))
      .map((author) =>
        profileOf(
          author,
          (written.get(author.key) ?? []).sort((a, b) => placeOf(a) - placeOf(b) || inTime(a, b)),
        ),
      ),
  }
}

/** Who was moved to another group has written in two threads of a prompt. */
const inTime = (a: LinkedPost, b: LinkedPost): number =>
  a.group?.id === b.group?.id ? a.seq - b.seq : a.createdAt.getTime() - b.createdAt.getTime()

const profileOf = (author: AuthorFacts, posts: LinkedPost[]): AuthorProfile => ({
  author,
  posts,
  counts: countViews(posts),
  citations: posts.reduce((total, { citations }) => total + citations.length, 0),
  heardBy: new Set(
    posts.flatMap((post) =>
      post.answers
        .filter(isHeardFrom(post))
        .flatMap((answer) => (answer.author.isStaff ? [] : answer.authorKey)),
    ),
  ).size,
})

/** The groups in whose threads somebody wrote, each once, in the order they did. */
export const groupNames = (posts: readonly Pick<LinkedPost, "group">[]): string[] => [
  ...new Set(posts.flatMap(({ group }) => group?.name ?? [])),
]

/** By name where it may be known. */
export const calledOf = ({ name, alias }: Pick<AuthorFacts, "name" | "alias">): string => name ?? alias ?? ""
