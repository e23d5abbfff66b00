import type { AssuredPromise } from "./promise"
import { hostilePromises } from "./promises/hostile"
import { savingPromises } from "./promises/saving"

/** Every promise docs/assurance.md speaks of, in its order. */
export const promises: AssuredPromise[] = [...savingPromises, ...hostilePromises]
