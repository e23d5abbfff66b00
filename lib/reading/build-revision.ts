import { type AlignedSentence, alignSentences, type KnownSentence } from "@/lib/reading/align-sentences"
import { articleHtml } from "@/lib/reading/article-html"
import { holdsSentence, holdsWords } from "@/lib/reading/draft-reading"
import type { RevisionDetails } from "@/lib/reading/input"
import { normaliseText } from "@/lib/reading/normalise-text"
import { countWords } from "@/lib/reading/readability"
import type { SentenceView } from "@/lib/reading/sentences"
import { splitSentences } from "@/lib/reading/split-sentences"

export type BuiltRevision = {
  sentences: SentenceView[]
  /** Ids that are new with this revision. */
  newIds: string[]
  wordCount: number
  html: string
}

type IsDocument = { isDocument?: boolean }

/**
 * The numbered sentences of corrected paragraphs with their ids, and what is made from them once. Null when the text
 * holds no sentence; of a
 * document, no words.
 */
export function buildRevision(
  { paragraphs, language, isDocument }: Pick<RevisionDetails, "paragraphs" | "language"> & IsDocument,
  known: readonly KnownSentence[],
  makeId: () => string,
): BuiltRevision | null {
  const clean = paragraphs.map((paragraph) => normaliseText(paragraph).replaceAll("\n", " ").trim())
  if (!clean.some(isDocument ? holdsWords : holdsSentence)) return null
  const placed = splitSentences(clean, language)
  const aligned = alignSentences(
    known,
    placed.map(({ text }) => text),
    makeId,
  )
  const sentences = placed.map((sentence, at) => ({ id: (aligned[at] as AlignedSentence).id, ...sentence }))
  return {
    sentences,
    newIds: aligned.filter(({ kept }) => !kept).map(({ id }) => id),
    wordCount: countWords(clean.join("\n"), language),
    html: articleHtml(sentences),
  }
}
