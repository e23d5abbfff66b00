import { expect, it } from "vitest"
import { chooseSentence } from "@/lib/quiz/choose-sentence"

it("adds a sentence, takes it back, and lets the oldest choice give way", () => {
  expect(chooseSentence([], "a", 1)).toEqual(["a"])
  expect(chooseSentence(["a"], "a", 1)).toEqual([])
  expect(chooseSentence(["a"], "b", 1)).toEqual(["b"])
  expect(chooseSentence(["a"], "b", 2)).toEqual(["a", "b"])
  expect(chooseSentence(["a", "b"], "c", 2)).toEqual(["b", "c"])
})
