import type { AssuredPromise } from "./promise"
import { accessPromises } from "./promises/access"
import { hostilePromises } from "./promises/hostile"
import { keepingPromises } from "./promises/keeping"
import { leakPromises } from "./promises/leaks"
import { savingPromises } from "./promises/saving"
import { scalePromises } from "./promises/scale"
import { seeingPromises } from "./promises/seeing"

/** Every promise docs/assurance.md speaks of, in its order. */
export const promises: AssuredPromise[] = [
  ...savingPromises,
  ...accessPromises,
  ...leakPromises,
  ...hostilePromises,
  ...keepingPromises,
  ...scalePromises,
  ...seeingPromises,
]
