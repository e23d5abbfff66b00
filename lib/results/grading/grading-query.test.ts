import { expect, it } from "vitest"
import { gradingHref, readGradingQuery } from "./grading-query"

const nothing = { itemId: null, attemptId: null, by: "item", onlyDiffering: false, names: null } as const

it("shows names only when they are asked for, and takes nothing that is not one word", () => {
  expect(readGradingQuery({})).toEqual(nothing)
  expect(readGradingQuery({ item: ["a", "b"], answer: "t", names: "yes", by: "name", only: "me" })).toEqual({
    ...nothing,
    attemptId: "t",
  })
})

it.each([
  { ...nothing, itemId: "a b", attemptId: "t", names: "shown" },
  { ...nothing, by: "student", names: "hidden" },
  { ...nothing, onlyDiffering: true },
] as const)("comes back from the address it makes: %j", (query) => {
  const href = gradingHref("g", query)
  expect(readGradingQuery(Object.fromEntries(new URL(href, "http://school.test").searchParams))).toEqual(
    query,
  )
})

it("says nothing in the address of what is not chosen", () => {
  expect(gradingHref("g", readGradingQuery({}))).toBe("/teach/assignments/g/grade")
})
