import type { AuthorFacts, PostFacts } from "@/lib/results/discussion/discussion-facts"

// Facts of a discussion as the database would tell them, with nothing remarkable but what a test says.

export const madeAuthor = (name: string, changes: Partial<AuthorFacts> = {}): AuthorFacts => ({
  key: name,
  name,
  alias: `Heron of ${name}`,
  isStaff: false,
  hasLeft: false,
  ...changes,
})

export const madePost = (authorKey: string, changes: Partial<PostFacts> = {}): PostFacts => {
  const { parentId = null, seq = 1 } = changes
  return {
    id: `${authorKey} ${seq}`,
    authorKey,
    alias: `Heron of ${authorKey}`,
    promptId: "p1",
    group: null,
    seq,
    isReply: parentId !== null,
    parentId,
    move: parentId === null ? "claim" : "challenge",
    side: null,
    state: "visible",
    excerpt: "I think he is right.",
    html: null,
    createdAt: new Date(seq * 60_000),
    citations: [],
    restating: null,
    restatedHtml: null,
    citedPosts: [],
    sources: [],
    ...changes,
  }
}
