import type { AssuredPromise } from "./promise"
export const promises: AssuredPromise[] = [
]

import { savingPromises } from "./promises/saving"
import { scalePromises } from "./promises/scale"
import { seeingPromises } from "./promises/seeing"

/** Every promise docs/assurance.md speaks of, in its order. */
export const promises: AssuredPromise[] = [
  ...savingPromises,
<<<<<<< HEAD
  ...keepingPromises,
=======
  ...accessPromises,
>>>>>>> main
  ...scalePromises,
  ...seeingPromises,
]
