import { expect, it } from "vitest"
import { gradingHref, readGradingQuery } from "./grading-query"

it("shows names only when they are asked for, and takes nothing that is not one word", () => {
  expect(readGradingQuery({})).toEqual({ itemId: null, attemptId: null, showsNames: false })
  expect(readGradingQuery({ item: ["a", "b"], answer: "t", names: "yes" })).toEqual({
    itemId: null,
    attemptId: "t",
    showsNames: false,
  })
})

it("comes back from the address it makes", () => {
  const query = { itemId: "a b", attemptId: "t", showsNames: true }
  const href = gradingHref("g", query)
  expect(readGradingQuery(Object.fromEntries(new URL(href, "http://school.test").searchParams))).toEqual(
    query,
  )
  expect(gradingHref("g", readGradingQuery({}))).toBe("/teach/assignments/g/grade")
})
