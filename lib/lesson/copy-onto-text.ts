import { z } from "zod"
import { attachEvidence } from "@/lib/lesson/attach-evidence"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { SentenceView } from "@/lib/reading/sentences"

/** An item whose evidence stands nowhere in the new text, and where it was looked for. */
export type MissingEvidence = { position: number; title: string; quotes: string[] }

export type MovedItems = {
  items: AuthoredItem[]
  /** Where each of them stood among those that were to be moved, from 0. */
  from: number[]
  /** Items that have evidence, and have it in the new text too. */
  attached: number
  missing: MissingEvidence[]
}

const withEvidence = z.looseObject({ evidence: z.looseObject({ quotes: z.array(z.string()) }) })

/**
 * The items of a lesson for another text: evidence attached anew by its quotes, never by place and never by likeness.
 * An item none of whose evidence stands in the text asks about something the text may not say: it is left out and
 * listed. Items without evidence come along as they are. `position` counts from 1 among `items`.
 */
export function moveItems(items: readonly AuthoredItem[], sentences: readonly SentenceView[]): MovedItems {
  const moved: MovedItems = { items: [], from: [], attached: 0, missing: [] }
  for (const [at, item] of items.entries()) {
    const parsed = withEvidence.safeParse(item.key)
    const quotes = parsed.success ? parsed.data.evidence.quotes : []
    const proof = attachEvidence(quotes, sentences)
    if (!proof) moved.missing.push({ position: at + 1, title: item.title ?? item.prompt, quotes })
    else {
      const key = parsed.success ? { ...parsed.data, evidence: proof } : item.key
      moved.items.push({ ...item, itemId: null, key })
      moved.from.push(at)
      if (proof.sentenceIds.length > 0) moved.attached++
    }
  }
  return moved
}
