import type { ShiftSummary } from "./summarise-shift"

/** Names the sentence that answers "did it move anyone?": `summary.answer.<name>` of the messages. */
export type ShiftAnswer = "toward" | "away" | "even" | "stayed" | "tooFew" | "someHidden"

/** The answer in words, made of nothing but the numbers that are shown. */
export function shiftAnswer({ answered, toward, stayed, away }: ShiftSummary): ShiftAnswer {
  if (toward === null && stayed === null && away === null) return "tooFew"
  if (stayed !== null && stayed * 2 > answered) return "stayed"
  if (toward === null || away === null) return "someHidden"
  if (toward === away) return "even"
  return toward > away ? "toward" : "away"
}
