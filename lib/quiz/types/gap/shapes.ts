import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { option } from "@/lib/quiz/options"
import { LONGEST_NUMBER } from "@/lib/quiz/read-number"
import { percent } from "@/lib/quiz/share"
import { LONGEST_FILL } from "@/lib/quiz/types/gap/gaps"

export const MOST_GAPS = 40
/** Characters of the text as its author writes it, answers included. */
export const LONGEST_MARKUP = 6000
/** In one gap: answers that count, or options to choose from. */
export const MOST_WORDINGS = 12

const words = z.strictObject({ text: z.string().max(LONGEST_MARKUP) })
/** `options`: chosen from this list; null: typed. */
const gap = z.strictObject({ gap: z.uuid(), options: z.array(option).max(MOST_WORDINGS).nullable() })

/** What a browser may see: the text in pieces, with gaps between them. Never an answer that is to be typed. */
export const content = z.strictObject({ pieces: z.array(z.union([words, gap])).max(2 * MOST_GAPS + 1) })

/** By gap id: what was typed, or the id of the option chosen; "" where a gap is still open. Our own page names every gap. */
export const response = z.strictObject({ gaps: z.record(z.uuid(), z.string().max(LONGEST_FILL)) })

/**
 * What may stand in a gap: a wording or the id of an option, the share of the gap's points it earns in percent, and what
 * results say to it; "" is nothing. With a tolerance it is a number, and right within it.
 */
const weighedFill = z.strictObject({
  fill: z.string().max(LONGEST_FILL),
  percent,
  comment: z.string().max(600),
  tolerance: z.string().max(LONGEST_NUMBER).optional(),
})

/** By gap id: every wording that counts, or the ids of the options that do. And what is taken for no difference in typing. */
export const key = z.strictObject({
  gaps: z.record(z.uuid(), z.array(z.string().max(LONGEST_FILL)).max(MOST_WORDINGS)),
  /** By gap id, for gaps where more is to say than what is wholly right: all fills, in the order in which they are tried. */
  weighed: z.record(z.uuid(), z.array(weighedFill).max(MOST_WORDINGS)).optional(),
  /** By gap id: how many parts of the points a gap is worth, where that is not one. */
  weights: z.record(z.uuid(), z.int().min(0).max(100)).optional(),
  ignoreCase: z.boolean(),
  ignoreDiacritics: z.boolean(),
  evidence: evidence.default(NO_EVIDENCE),
})

export type WeighedFill = z.infer<typeof weighedFill>
export type Gap = z.infer<typeof gap>
export type Piece = z.infer<typeof words> | Gap
export type GapContent = z.infer<typeof content>
export type GapResponse = z.infer<typeof response>
export type GapKey = z.infer<typeof key>
