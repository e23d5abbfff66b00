import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import { type Mending, oneOption } from "@/lib/quiz/mend"
import { isWholePercent, WHOLE } from "@/lib/quiz/share"
import type { SingleContent, SingleKey } from "@/lib/quiz/types/single/shapes"

/** The sentences that proved the old answer prove no other: they go with it. */
export const mendSingle: Mending<SingleContent, SingleKey> = {
  namedBy: "option",
  rekey: (_, named) => {
    const answer = oneOption(named)
    return answer ? { answer, evidence: NO_EVIDENCE } : null
  },
  accept: (key, named) => {
    const answer = oneOption(named)
    if (!answer || answer === key.answer || isWholePercent(key.shares?.[answer] ?? 0)) return key
    return { ...key, shares: { ...key.shares, [answer]: WHOLE } }
  },
}
