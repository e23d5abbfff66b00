import { z } from "zod"
import { grade, rubric } from "@/lib/quiz/rubric"

const id = z.uuid()
const rubricNumber = z.int().min(0).max(100_000)

/** One student's grade. `basedOn`: the grade that was seen when this one was given, null where there was none. */
export const saveDiscussionGradeInput = grade.extend({
  assignmentId: id,
  enrolmentId: id,
  rubricNumber,
  basedOn: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable(),
})

/** `basedOn`: the number of the rubric that was changed. */
export const saveDiscussionRubricInput = z.strictObject({ assignmentId: id, basedOn: rubricNumber, rubric })

export type SaveDiscussionGradeInput = z.infer<typeof saveDiscussionGradeInput>
export type SaveDiscussionRubricInput = z.infer<typeof saveDiscussionRubricInput>
