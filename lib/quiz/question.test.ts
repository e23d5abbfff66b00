import { expect, it } from "vitest"
import { isQuestion, questionNumbers } from "./question"

it("counts questions and passes over notes", () => {
  const items = ["note", "single", "note", "note", "poll", "long"].map((type) => ({ type }))
  expect(questionNumbers(items)).toEqual([null, 1, null, null, 2, 3])
  expect(questionNumbers([])).toEqual([])
  expect(items.filter(isQuestion)).toHaveLength(3)
})
