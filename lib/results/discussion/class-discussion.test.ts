import { describe, expect, it } from "vitest"
import { madeAuthor, madePost } from "@/tests/support/discussion-facts"
import { wilsonInterval } from "../analysis/wilson-interval"
import { summariseDiscussion } from "./class-discussion"
import type { PostFacts } from "./discussion-facts"
import { buildDiscussionProfile } from "./discussion-profile"

const authors = [madeAuthor("ada"), madeAuthor("ben"), madeAuthor("left", { hasLeft: true })]
const cited = [{ sentenceId: "s", paragraph: 1, ordinal: 1, quote: "so" }]

const summary = (posts: PostFacts[]) =>
  summariseDiscussion(
    buildDiscussionProfile({ prompts: [{ id: "p1", position: 1, text: "?" }], authors, posts }, "en"),
  )

describe("summariseDiscussion", () => {
  it("says a share with its interval from five on, and before that only the numbers", () => {
    const posts = [1, 2, 3, 4].map((seq) => madePost("ada", { seq, citations: seq < 3 ? cited : [] }))
    expect(summary(posts).onText).toEqual({ count: 2, n: 4, share: null })
    const five = summary([...posts, madePost("ben", { seq: 5 })]).onText
    expect(five).toEqual({ count: 2, n: 5, share: { share: 0.4, ...wilsonInterval(2, 5) } })
  })

  it("lists who waits, the longest first; a reply, an answered post and a hidden one wait for nothing", () => {
    const { waiting, unheard } = summary([
      madePost("ben", { id: "new", seq: 9 }),
      madePost("ada", { id: "old", seq: 1 }),
      madePost("ada", { id: "to herself", seq: 2, parentId: "old" }),
      madePost("ben", { id: "answered", seq: 3 }),
      madePost("ada", { id: "answer", seq: 4, parentId: "answered" }),
      madePost("ada", { id: "hidden", seq: 5, state: "hidden" }),
    ])
    expect(waiting.map(({ id }) => id)).toEqual(["old", "new"])
    expect(unheard.map(({ author }) => author.key)).toEqual(["ada"])
  })

  it("keeps what those who left wrote, and counts them among nobody", () => {
    expect(summary([madePost("left")])).toMatchObject({ posts: 1, unheard: [] })
  })
})
