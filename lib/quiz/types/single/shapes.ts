import { z } from "zod"
import { options } from "@/lib/quiz/options"

/** What a browser may see. */
export const content = z.strictObject({ options })

/** `option` is null when a choice was taken back. */
export const response = z.strictObject({ option: z.uuid().nullable() })

/** The right option. */
export const key = z.strictObject({ answer: z.uuid() })

export type SingleContent = z.infer<typeof content>
export type SingleResponse = z.infer<typeof response>
export type SingleKey = z.infer<typeof key>
