import { expect, it } from "vitest"
import { previewSteps } from "./preview-steps"

const facts = { wordCount: 800, sentenceCount: 25, itemCount: 8, promptCount: 4, hasStanceStatement: true }

it("opens every step of the lesson, and leads to its preview", () => {
  const steps = previewSteps(facts, { address: "/p", here: "quiz" })
  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    "stance done",
    "read done",
    "quiz now",
    "discuss later",
    "reflect later",
  ])
  expect(steps.map(({ href }) => href)).toEqual([
    "/p/stance",
    "/p/read",
    "/p/quiz",
    "/p/discuss",
    "/p/reflect",
  ])
})

it("leaves out what the lesson has not", () => {
  const bare = { ...facts, itemCount: 0, promptCount: 0, hasStanceStatement: false }
  expect(previewSteps(bare, { address: "/p", here: "read" }).map(({ step }) => step)).toEqual(["read"])
})
