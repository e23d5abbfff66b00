import { expect, it } from "vitest"
import { discussionHref, readDiscussionQuery } from "./discussion-query"
import { postViews } from "./post-views"

const at = { assignmentId: "a", key: "k" }

it("shows everything and no names, whatever else is written", () => {
  for (const raw of [{}, { only: "words", names: "yes" }, { only: ["replies"], names: ["shown"] }])
    expect(readDiscussionQuery(raw)).toEqual({ only: null, showsNames: false })
  expect(discussionHref(at)).toBe("/teach/assignments/a/discussion/k")
})

it("comes back from the address it makes", () => {
  for (const only of postViews) {
    const query = { only, showsNames: true }
    const { searchParams } = new URL(discussionHref(at, query), "http://school.test")
    expect(readDiscussionQuery(Object.fromEntries(searchParams))).toEqual(query)
  }
})
