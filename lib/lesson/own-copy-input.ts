import { z } from "zod"

/** A copy of a lesson on a text of one's own. `requestId` is made with the form: pressed twice, made once. */
export const copyLessonToReadingInput = z.strictObject({
  requestId: z.uuid(),
  /** Id or slug. */
  lesson: z.string().min(1).max(80),
  readingId: z.uuid(),
})
export type CopyLessonToReadingInput = z.infer<typeof copyLessonToReadingInput>
