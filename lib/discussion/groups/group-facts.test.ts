import { describe, expect, it } from "vitest"
import { postsLeftBehind } from "./group-facts"

describe("postsLeftBehind", () => {
  it("counts the posts that students no longer read after the switch", () => {
    const facts = { groups: 3, ungrouped: [], commonPosts: 7, groupPosts: 4 }
    expect(postsLeftBehind(facts, { from: false, to: true })).toBe(7)
    expect(postsLeftBehind(facts, { from: true, to: false })).toBe(4)
    expect(postsLeftBehind(facts, { from: true, to: true })).toBe(0)
    expect(postsLeftBehind(facts, { from: false, to: false })).toBe(0)
  })
})
