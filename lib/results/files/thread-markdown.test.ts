import { describe, expect, it } from "vitest"
import { byQuestion, type ThreadPost, type ThreadWords, threadsMarkdown } from "./thread-markdown"

const words: ThreadWords = {
  of: (word) => word,
  move: (move) => move,
  side: (side) => side,
  repliesTo: (number) => `to ${number}`,
  restating: (state) => `(${state})`,
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
  rounds: [],
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

  it("tells a restatement round by round before the challenge, and a reply that only restates once", () => {
    const rounds = [
      { body: "You say trade.\n# More", meant: "Hunger.", state: "not_quite" as const },
      { body: "You say hunger.", meant: null, state: "confirmed" as const },
    ]
    const posts = [
      post(1, { move: "challenge", side: null, rounds }),
      post(2, { move: "restate", side: null, body: "You say hunger.", rounds: rounds.slice(1) }),
    ]
    const text = threadsMarkdown([{ prompt: "p", position: 1, group: null, posts }], words)
    expect(text).toContain(
      "restated:\n\n> You say trade.\n> # More\n\nmeant:\n\n> Hunger.\n\n(not_quite)\n\n" +
        "restated:\n\n> You say hunger.\n\n(confirmed)\n\n> Because.\n",
    )
    expect(text.split("You say hunger.")).toHaveLength(3)
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
