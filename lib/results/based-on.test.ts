import { expect, it } from "vitest"
import { saveDiscussionGradeInput } from "./discussion/discussion-input"
import { setOverrideInput, takeBackOverrideInput } from "./gradebook/gradebook-input"
import { gradeDraftInput, saveGradeInput } from "./grading/grading-input"

/** What a change was based on is a number of the database's own, in letters: PostgreSQL's bigint, of 63 bits. */
const shapes = {
  saveDiscussionGradeInput,
  setOverrideInput,
  takeBackOverrideInput,
  gradeDraftInput,
  saveGradeInput,
}

it.each(Object.entries(shapes))("%s is based on nothing that the database cannot hold", (_, { shape }) => {
  for (const held of [null, "0", "1", "9".repeat(18)])
    expect(shape.basedOn.safeParse(held).success).toBe(true)
  for (const not of ["9".repeat(19), "9223372036854775808", "-1", "1.5", "", "1 OR 1=1", 1])
    expect(shape.basedOn.safeParse(not).success).toBe(false)
})
