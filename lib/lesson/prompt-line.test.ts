import { expect, it } from "vitest"
import { promptLine, writtenPrompt } from "./prompt-line"

it("writes a question with sides as its words alone, and reads both back", () => {
  const [sided, without] = [
    { text: "Is it fair?", hasSides: true },
    { text: "What would they answer?", hasSides: false },
  ]
  expect(writtenPrompt(sided)).toBe("Is it fair?")
  expect([sided, without].map((line) => promptLine(writtenPrompt(line)))).toEqual([sided, without])
})
