import { z } from "zod"

/** How an item counts in an assignment, and by which key: what a fix changes, and its undo puts back. */
export const itemState = z.object({
  /** Null: it has no key. */
  keyRevision: z.int().nullable(),
  dropped: z.boolean(),
  credited: z.boolean(),
  /** Null: as many as its lesson says. */
  points: z.int().nullable(),
})

export type ItemState = z.infer<typeof itemState>

const exact = z.object({ numerator: z.int(), denominator: z.int() })

/** What a batch remembers of what it did, beside its scorings. */
export const batchAfter = itemState.extend({
  /** Students whose score of the quiz changed. */
  lines: z.array(z.object({ enrolmentId: z.uuid(), before: exact, after: exact })),
  possible: z.object({ before: z.int(), after: z.int() }),
})

export type BatchAfter = z.infer<typeof batchAfter>
