import { describe, expect, it } from "vitest"
import { isAppealable } from "@/lib/quiz/appealable"

const id = "11111111-1111-4111-8111-111111111111"
const other = "22222222-2222-4222-8222-222222222222"
const options = {
  options: [
    { id, text: "Yes" },
    { id: other, text: "No" },
  ],
}
const single = {
  type: "single",
  level: "author_says",
  content: options,
  value: { option: id },
  isScored: true,
}
const number = { type: "numeric", level: "author_says", content: { asksUnit: false }, isScored: false }
const long = { type: "long", level: "author_says", content: { maxLength: 200, cite: 1 }, isScored: false }
const written = { text: "Because.", sentences: [] }

describe("isAppealable", () => {
  it.each([
    ["a scored answer", single, true],
    ["no answer", { ...single, value: null, isScored: false }, false],
    ["a choice that was taken back", { ...single, value: { option: null }, isScored: false }, false],
    ["a view", { ...single, level: "my_view", isScored: false }, false],
    ["a number that could not be read", { ...number, value: { text: "many", unit: null } }, true],
    ["an empty number", { ...number, value: { text: " ", unit: null } }, false],
    ["what a teacher has yet to read", { ...long, value: written }, false],
    ["what a teacher has graded", { ...long, value: written, isScored: true }, true],
  ])("%s", (_, facts, expected) => {
    expect(isAppealable(facts as Parameters<typeof isAppealable>[0])).toBe(expected)
  })
})
