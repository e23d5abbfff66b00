import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { option } from "@/lib/quiz/options"

export const FEWEST_CATEGORIES = 2
export const MOST_CATEGORIES = 8
export const FEWEST_STATEMENTS = 2
export const MOST_STATEMENTS = 20
export const LONGEST_CATEGORY = 120
export const LONGEST_STATEMENT = 300

/** What a browser may see: the categories, and the statements of which each belongs into exactly one. Ids are random. */
export const content = z.strictObject({
  categories: z.array(option.extend({ text: z.string().max(LONGEST_CATEGORY) })).max(MOST_CATEGORIES),
  statements: z.array(option.extend({ text: z.string().max(LONGEST_STATEMENT) })).max(MOST_STATEMENTS),
})

/** Category id by statement id; null where a statement is still open. Our own page names every statement. */
export const response = z.strictObject({ places: z.record(z.uuid(), z.uuid().nullable()) })

/** The right category of every statement. */
export const key = z.strictObject({
  places: z.record(z.uuid(), z.uuid()),
  evidence: evidence.default(NO_EVIDENCE),
})

export type ClassificationContent = z.infer<typeof content>
export type ClassificationResponse = z.infer<typeof response>
export type ClassificationKey = z.infer<typeof key>
