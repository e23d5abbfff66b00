import type { AssuredPromise } from "./promise"
import { leakPromises } from "./promises/leaks"
import { savingPromises } from "./promises/saving"

/** Every promise docs/assurance.md speaks of, in its order. */
export const promises: AssuredPromise[] = [...savingPromises, ...leakPromises]
