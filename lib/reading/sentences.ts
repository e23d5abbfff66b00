import type { ReadingKindName } from "@/lib/reading/kinds"

/** One sentence of a revision. `paragraph` and `ordinal` count from 1. */
export type SentenceView = { id: string; paragraph: number; ordinal: number; text: string }

/** One immutable revision of a reading, as pages and other rooms see it. */
export type RevisionView = {
  revisionId: string
  readingId: string
  /** From 1; a correction is the next number. */
  number: number
  title: string
  author: string | null
  source: string | null
  sourceUrl: string | null
  publishedOn: string | null
  /** BCP 47. */
  language: string
  kind: ReadingKindName
  deck: string | null
  rightsNote: string | null
  tasks: string[]
  wordCount: number
  sentences: SentenceView[]
  /** The article as escaped HTML; see `article-html.ts`. */
  html: string
}

/** How a sentence is called everywhere: "4.2" is paragraph 4, sentence 2. */
export const sentenceLabel = (sentence: { paragraph: number; ordinal: number }): string =>
  `${sentence.paragraph}.${sentence.ordinal}`

/** The texts of `sentences` by paragraph, in order. */
export function paragraphsOf(sentences: readonly SentenceView[]): SentenceView[][] {
  const paragraphs: SentenceView[][] = []
  let last: SentenceView | undefined
  for (const sentence of sentences) {
    if (sentence.paragraph === last?.paragraph) paragraphs.at(-1)?.push(sentence)
    else paragraphs.push([sentence])
    last = sentence
  }
  return paragraphs
}
