import { buildResults, type ItemResult } from "@/lib/quiz/build-results"
import { type ItemKey, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { PublicItem } from "@/lib/quiz/public-item"
import type { Release } from "@/lib/quiz/release"
import type { Scored } from "@/lib/quiz/verdict"

type Given = { item: Pick<PublicItem, "type" | "content">; key: ItemKey; value: unknown }

/** Scores one answer of a practice by the rule of the quiz. Null where it is no answer. */
export function scorePractice({ item, key, value }: Given): Scored | null {
  const score = itemTypeOf(item.type).score(openKey(key, "scoring").key, value, item.content)
  return score.state === "scored" ? { share: score.share, finding: score.finding } : null
}

/** In practice an item is what it is: nothing is earned. */
const AS_ALWAYS = { dropped: false, credited: false }

type Answered = { item: PublicItem; key: ItemKey; value: unknown; scored: Scored | null }

/** What came out of one answer that is stored, with its key opened by the release that allows it. */
export const practiceResult = (answered: Answered, release: Release): ItemResult =>
  buildResults([{ ...answered, counts: AS_ALWAYS, confidence: null }], release).items[0] as ItemResult
