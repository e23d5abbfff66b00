import { describe, expect, it } from "vitest"
import { byQuestion, type ThreadPost, type ThreadWords, threadsMarkdown } from "./thread-markdown"

const words: ThreadWords = {
  of: (word) => word,
  move: (move) => move,
  side: (side) => side,
  repliesTo: (number) => `to ${number}`,
  post: (number) => `post ${number}`,
}

const post = (number: number, changes: Partial<ThreadPost> = {}): ThreadPost => ({
  number,
  repliesTo: null,
  author: { name: "Blue Heron", isStaff: false },
  move: "claim",
  side: "agree",
  state: "visible",
  body: "Because.",
  day: "2026-11-27",
  wasEdited: false,
  citations: [],
  citedPosts: [],
  sources: [],
  ...changes,
})

describe("threadsMarkdown", () => {
  it("tells who said what to whom, and on which sentences it leans", () => {
    const posts = [
      post(1, { citations: [{ paragraph: 4, ordinal: 2, quote: "fake *neutrality*" }] }),
      post(2, { repliesTo: 1, side: null, wasEdited: true, author: { name: "Ms Noor", isStaff: true } }),
    ]
    expect(threadsMarkdown([{ prompt: "Is it so?", position: 1, group: "Red", posts }], words)).toBe(
      `# question 1: Is it so?

## Red

### 1. Blue Heron

claim, agree, 2026-11-27

> Because.

cites: 4.2 “fake \\*neutrality\\*”

### 2. Ms Noor (staff)

claim, to 1, 2026-11-27, edited

> Because.
`,
    )
  })

  it.each(["hidden", "deleted"] as const)("keeps the place of a %s post, and nothing else of it", (state) => {
    const text = threadsMarkdown(
      [{ prompt: "p", position: 1, group: null, posts: [post(1, { state })] }],
      words,
    )
    expect(text).toBe(`# question 1: p\n\n### 1.\n\n*${state}*\n`)
  })
})

describe("byQuestion", () => {
  it("takes the threads of groups together", () => {
    const thread = (position: number, group: string) => ({ prompt: "p", position, group, posts: [] })
    expect(byQuestion([thread(1, "a"), thread(1, "b"), thread(2, "a")]).map((one) => one.length)).toEqual([
      2, 1,
    ])
  })
})
