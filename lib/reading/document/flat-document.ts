import type { DraftWarning } from "@/lib/reading/draft-reading"

/** What a Word file or a saved web page says, as plain text: made in the worker, judged by nobody yet. */
export type FlatDocument = {
  /** One string per paragraph, heading or list item, in order. Never HTML. */
  paragraphs: string[]
  title: string | null
  /** Where neither a title nor a headline is found: what the file calls itself. Often stale. */
  spareTitle: string | null
  author: string | null
  publishedOn: string | null
  /** As the document declares it; may be wrong. */
  language: string | null
  source: string | null
  /** Only http or https. */
  sourceUrl: string | null
  /** What was left out or needs a look. */
  warnings: DraftWarning[]
}

/** Why a document cannot be read: the last part of a refusal's code in the reading room. */
export type DocumentFault = "damaged" | "unpacksTooLarge" | "tooManyParts" | "entities"

/** Thrown while reading a document whose shape is refused. */
export class RefusedDocument extends Error {
  constructor(readonly fault: DocumentFault) {
    super(fault)
  }
}
