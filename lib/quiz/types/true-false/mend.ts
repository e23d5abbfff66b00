import type { z } from "zod"
import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import { type Mending, oneOption } from "@/lib/quiz/mend"
import type { content, key } from "@/lib/quiz/types/true-false/shapes"

/** To accept the other word too would be to credit everybody, which has a name of its own. */
export const mendTrueFalse: Mending<z.infer<typeof content>, z.infer<typeof key>> = {
  namedBy: "option",
  rekey: (_, named) => {
    const answer = oneOption(named)
    return answer ? { answer, evidence: NO_EVIDENCE } : null
  },
}
