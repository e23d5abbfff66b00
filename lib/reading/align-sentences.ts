import { normaliseForMatch } from "@/lib/reading/anchors"

export type KnownSentence = { id: string; text: string }
export type AlignedSentence = { id: string; text: string; kept: boolean }

/**
 * Gives the sentences of a new revision their ids: one whose words stand in the old revision keeps its id, duplicates in
 * order, every other gets one from `makeId`. Nothing anchored to a sentence is ever carried to other words.
 */
export function alignSentences(
  old: readonly KnownSentence[],
  texts: readonly string[],
  makeId: () => string,
): AlignedSentence[] {
  const free = new Map<string, { ids: string[]; next: number }>()
  for (const { id, text } of old) {
    const key = normaliseForMatch(text)
    const entry = free.get(key)
    if (entry) entry.ids.push(id)
    else free.set(key, { ids: [id], next: 0 })
  }
  return texts.map((text) => {
    const entry = free.get(normaliseForMatch(text))
    const id = entry?.ids[entry.next]
    if (!entry || id === undefined) return { id: makeId(), text, kept: false }
    entry.next++
    return { id, text, kept: true }
  })
}
