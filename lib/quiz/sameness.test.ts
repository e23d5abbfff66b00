import { expect, it } from "vitest"
import { sameness } from "@/lib/quiz/sameness"

const asked = (prompt: string, ...texts: string[]) =>
  sameness({
    type: "single",
    prompt,
    content: { options: texts.map((text, at) => ({ id: String(at), text })) },
  })

it("is the same whatever the spaces, capitals, order and ids", () => {
  expect(asked("Who  owns it?", "Mir", "Khan")).toBe(asked("who owns it? ", "khan", "MIR"))
  expect(asked("Who owns it?", "Mir")).not.toBe(asked("Who owns it?", "Khan"))
  expect(asked("Who owns it?", "Mir")).not.toBe(asked("Who owned it?", "Mir"))
})
