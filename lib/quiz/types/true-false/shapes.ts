import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { option } from "@/lib/quiz/options"

/** The two words a student chooses between, what stands for "true" first: "True" and "False", "Holds" and "Does not". */
export const content = z.strictObject({ options: z.array(option).length(2) })

/** `option` is null when a choice was taken back. */
export const response = z.strictObject({ option: z.uuid().nullable() })

export const key = z.strictObject({ answer: z.uuid(), evidence: evidence.default(NO_EVIDENCE) })
