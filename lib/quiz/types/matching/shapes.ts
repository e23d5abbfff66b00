import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { option } from "@/lib/quiz/options"

export const FEWEST_ROWS = 2
export const MOST_ROWS = 20
export const MOST_MATCHES = 12

/** What a browser may see: the rows, and the one list that each of them is matched with. An option may fit several rows, or none. */
export const content = z.strictObject({
  rows: z.array(z.strictObject({ id: z.uuid(), text: z.string().max(300) })).max(MOST_ROWS),
  options: z.array(option).max(MOST_MATCHES),
})

/** Option id by row id; null where a row is still open. Our own page names every row. */
export const response = z.strictObject({ pairs: z.record(z.uuid(), z.uuid().nullable()) })

/** The right option of every row. */
export const key = z.strictObject({
  pairs: z.record(z.uuid(), z.uuid()),
  evidence: evidence.default(NO_EVIDENCE),
})

export type MatchingContent = z.infer<typeof content>
export type MatchingResponse = z.infer<typeof response>
export type MatchingKey = z.infer<typeof key>
