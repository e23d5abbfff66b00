import type { AssuredPromise } from "./promise"
import { keepingPromises } from "./promises/keeping"
import { savingPromises } from "./promises/saving"

/** Every promise docs/assurance.md speaks of, in its order. */
export const promises: AssuredPromise[] = [...savingPromises, ...keepingPromises]
