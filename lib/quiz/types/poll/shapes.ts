import { z } from "zod"
import { options } from "@/lib/quiz/options"

/** What a browser may see. */
export const content = z.strictObject({ options })

/** `option` is null when a choice was taken back. */
export const response = z.strictObject({ option: z.uuid().nullable() })

/** Nothing is right here, so that no value is a key. */
export const key = z.never()
