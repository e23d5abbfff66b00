import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import type { Mending } from "@/lib/quiz/mend"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { WHOLE } from "@/lib/quiz/share"
import { MOST_VARIANTS, type ShortContent, type ShortKey } from "@/lib/quiz/types/short/shapes"
import { keepWordings, wordingsOf } from "@/lib/quiz/types/short/wordings"

export const mendShort: Mending<ShortContent, ShortKey> = {
  namedBy: "text",
  rekey: ({ ignoreCase, ignoreDiacritics }, named) =>
    "text" in named
      ? { variants: [named.text.trim()], ignoreCase, ignoreDiacritics, evidence: NO_EVIDENCE }
      : null,
  /** A wording that earned a part, or nothing, earns everything now: of two alike the first would count. */
  accept: (key, named) => {
    if (!("text" in named)) return null
    const { variants: _, weighed: __, ...rules } = key
    const text = named.text.trim()
    const given = normaliseAnswer(text, key)
    const others = wordingsOf(key).filter((one) => normaliseAnswer(one.text, key) !== given)
    const kept = keepWordings([...others, { text, percent: WHOLE, comment: "" }])
    return others.length < MOST_VARIANTS ? { ...rules, ...kept } : null
  },
}
