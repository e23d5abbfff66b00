import { z } from "zod"

/** Nothing beside the text itself, which stands where a question has its prompt. */
export const content = z.strictObject({})

/** Nothing is asked, so that no value is an answer. */
export const response = z.never()

/** Nothing is right here, so that no value is a key. */
export const key = z.never()
