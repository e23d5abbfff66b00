import { z } from "zod"
import { grade } from "@/lib/quiz/rubric"

const id = z.uuid()

/** One answer's grade. `basedOn`: the grade that was seen when this one was given, null where there was none. */
export const saveGradeInput = grade.extend({
  assignmentId: id,
  itemId: id,
  attemptId: id,
  basedOn: z
    .string()
    .regex(/^\d{1,19}$/)
    .nullable(),
})

export type SaveGradeInput = z.infer<typeof saveGradeInput>
