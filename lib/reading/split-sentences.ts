import { segmentSentences } from "@/lib/reading/segment-sentences"

export type PlacedText = { paragraph: number; ordinal: number; text: string }

/** The sentences of corrected paragraphs, numbered: paragraph and ordinal from 1. Empty paragraphs do not count. */
export function splitSentences(paragraphs: readonly string[], language: string): PlacedText[] {
  return paragraphs
    .map((paragraph) => segmentSentences(paragraph, language))
    .filter((sentences) => sentences.length > 0)
    .flatMap((sentences, p) => sentences.map((text, s) => ({ paragraph: p + 1, ordinal: s + 1, text })))
}
