import { v4, v7 } from "uuid"

/** An ordered id, for rows whose order and time are no secret. */
export const newId = (): string => v7()

/** A random id, where order or clock would tell something: options, posts, pseudonyms. */
export const newRandomId = (): string => v4()
