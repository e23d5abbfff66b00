import { expect, it } from "vitest"
import { dateNotes } from "./date-notes"

const before = new Date("2022-03-08")
const today = new Date("2026-11-25")
const standing = [{ body: "The vote was on 2 March.", writtenOn: before }]

it("keeps the day of words that stood, beside whichever sentence, and dates others today", () => {
  const notes = [
    { sentenceId: "a", body: "The vote was on 2 March." },
    { sentenceId: null, body: "The vote was on 2 March 2022." },
  ]
  expect(dateNotes(notes, { standing, today }).map(({ writtenOn }) => writtenOn)).toEqual([before, today])
})
