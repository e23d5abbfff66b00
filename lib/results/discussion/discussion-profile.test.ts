import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { madeAuthor, madePost } from "@/tests/support/discussion-facts"
import { summariseDiscussion } from "./class-discussion"
import type { AuthorFacts, PostFacts } from "./discussion-facts"
import { buildDiscussionProfile } from "./discussion-profile"

const prompts = [
  { id: "p1", position: 1, text: "Is it?" },
  { id: "p2", position: 2, text: "May it?" },
]

const build = (authors: readonly AuthorFacts[], posts: readonly PostFacts[]) =>
  buildDiscussionProfile({ prompts, authors, posts }, "en")

const [ada, ben, cem, ms] = [
  madeAuthor("ada"),
  madeAuthor("ben"),
  madeAuthor("cem"),
  madeAuthor("ms", { isStaff: true }),
] as const

describe("buildDiscussionProfile", () => {
  it("lists students by name, without staff and without those who left and wrote nothing", () => {
    const authors = ["Zoe", "Änne", "Gone", "Left but wrote"].map((name) =>
      madeAuthor(name, { hasLeft: name === "Gone" || name === "Left but wrote" }),
    )
    const { students } = build([...authors, ms], [madePost("Left but wrote"), madePost("ms")])
    expect(students.map(({ author }) => author.name)).toEqual(["Änne", "Left but wrote", "Zoe"])
  })

  it("puts posts in the order of the prompts, then of writing", () => {
    const posts = [
      madePost("ada", { id: "c", promptId: "p2", seq: 1 }),
      madePost("ada", { id: "b", seq: 9 }),
      madePost("ada", { id: "a", seq: 2 }),
    ]
    expect(build([ada], posts).students[0]?.posts.map(({ id }) => id)).toEqual(["a", "b", "c"])
  })

  it("hears different classmates: not oneself, not staff, not what is hidden, nobody twice", () => {
    const posts = [
      madePost("ada", { id: "a", seq: 1 }),
      ...["ben", "ben", "ada", "ms"].map((author, at) => madePost(author, { parentId: "a", seq: at + 2 })),
      madePost("cem", { parentId: "a", seq: 8, state: "hidden" }),
    ]
    const [first] = build([ada, ben, cem, ms], posts).students
    expect(first).toMatchObject({ heardBy: 1, counts: { answered: 1, waiting: 0 } })
    expect(first?.posts[0]?.answers).toHaveLength(5)
  })

  it("knows no number of words, and no score", () => {
    const [one] = build(
      [ada],
      [madePost("ada", { excerpt: "many words indeed", html: "<p>many words</p>" })],
    ).students
    expect(Object.keys(one ?? {}).sort()).toEqual(["author", "citations", "counts", "heardBy", "posts"])
    expect(Object.keys(one?.counts ?? {}).join()).not.toMatch(/word|length|score/i)
  })
})

describe("where a reply stands", () => {
  const crosses = (posts: PostFacts[], id: string) =>
    build([ada, ben, cem, ms], posts)
      .students.flatMap((student) => student.posts)
      .find((post) => post.id === id)?.crosses
  const opened = [
    madePost("ada", { id: "a", seq: 1, side: "agree" }),
    madePost("ben", { id: "b", seq: 2, side: "disagree" }),
    madePost("cem", { id: "c", seq: 3, side: null }),
  ]

  it("is the side its author had declared last in this thread, against that of what it answers", () => {
    const replies = [
      madePost("ben", { id: "ben to ada", seq: 4, parentId: "a" }),
      madePost("ada", { id: "ada to ben's reply", seq: 5, parentId: "ben to ada" }),
      madePost("ben", { id: "ben again", seq: 6, side: "agree" }),
      madePost("ben", { id: "ben to ada, later", seq: 7, parentId: "a" }),
    ]
    const all = [...opened, ...replies]
    expect(crosses(all, "ben to ada")).toBe(true)
    expect(crosses(all, "ada to ben's reply")).toBe(true)
    expect(crosses(all, "ben to ada, later")).toBe(false)
  })

  it("is not said where a side is undeclared, to oneself, across threads, or where the other post is gone", () => {
    const all = [
      ...opened,
      madePost("ada", { id: "to undeclared", seq: 4, parentId: "c" }),
      madePost("ada", { id: "to herself", seq: 5, parentId: "a" }),
      madePost("ada", { id: "to what is gone", seq: 6, isReply: true, parentId: null }),
      madePost("cem", { id: "elsewhere", promptId: "p2", seq: 1, side: "between" }),
      madePost("ben", { id: "declared only elsewhere", promptId: "p2", seq: 2, parentId: "elsewhere" }),
    ]
    for (const id of ["to undeclared", "to herself", "to what is gone", "declared only elsewhere"])
      expect(crosses(all, id)).toBeNull()
  })
})

const someDiscussion = fc
  .array(
    fc.record({
      author: fc.constantFrom("ada", "ben", "cem", "ms"),
      prompt: fc.constantFrom("p1", "p2"),
      parent: fc.option(fc.nat(20)),
      move: fc.constantFrom("claim", "support", "challenge", "question", "evidence", "restate" as const),
      side: fc.constantFrom("agree", "between", "disagree", null),
      state: fc.constantFrom("visible", "hidden"),
      cites: fc.nat(3),
    }),
    { maxLength: 30 },
  )
  .map((made) =>
    made.map(({ author, prompt, parent, cites, side, ...rest }, at): PostFacts => {
      const above = parent === null ? undefined : made[parent]
      const parentId = above && (parent ?? at) < at && above.prompt === prompt ? `post ${parent}` : null
      return madePost(author, {
        ...(rest as Pick<PostFacts, "move" | "state">),
        id: `post ${at}`,
        promptId: prompt,
        seq: at + 1,
        parentId,
        side: parentId ? null : (side as PostFacts["side"]),
        citations: Array.from({ length: cites }, (_, place) => ({
          sentenceId: `s${place}`,
          paragraph: 1,
          ordinal: place + 1,
          quote: "so",
        })),
      })
    }),
  )

describe("whatever was written", () => {
  it("is counted once in every way of counting, and each count is of the posts it opens", () => {
    fc.assert(
      fc.property(someDiscussion, (posts) => {
        const profile = build([ada, ben, cem, ms], posts)
        for (const { author, posts: own, counts } of profile.students) {
          const written = posts.filter(({ authorKey }) => authorKey === author.key)
          expect(own).toHaveLength(written.length)
          expect(counts.openings + counts.replies).toBe(written.length)
          const { claim, support, challenge, question, evidence, restate } = counts
          expect(claim + support + challenge + question + evidence + restate).toBe(written.length)
          expect(counts.across + counts.within).toBeLessThanOrEqual(counts.replies)
        }
        const students = posts.filter(({ authorKey }) => authorKey !== "ms")
        const summary = summariseDiscussion(profile)
        expect(summary.posts).toBe(students.length)
        expect(summary.replies).toBe(summary.across.n + summary.unsided)
        expect(summary.onText).toMatchObject({
          n: students.length,
          count: students.filter(({ citations }) => citations.length > 0).length,
        })
      }),
    )
  })

  it("comes out the same in whatever order it was read", () => {
    const shuffled = someDiscussion.chain((posts) =>
      fc.tuple(
        fc.constant(posts),
        fc.shuffledSubarray(posts, { minLength: posts.length }),
        fc.shuffledSubarray([ada, ben, cem, ms], { minLength: 4 }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([posts, others, authors]) => {
        expect(build(authors, others)).toEqual(build([ada, ben, cem, ms], posts))
      }),
    )
  })
})
