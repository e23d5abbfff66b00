import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type DecodedText, decodeBytes, refuseOversize } from "@/lib/reading/decode-bytes"
import { type FlatMarkdown, flattenMarkdown } from "@/lib/reading/flatten-markdown"
import { guessKind } from "@/lib/reading/guess-kind"
import { guessLanguage } from "@/lib/reading/guess-language"
import type { ReadingKindName } from "@/lib/reading/kinds"
import { normaliseText } from "@/lib/reading/normalise-text"
import { recogniseParts } from "@/lib/reading/recognise-parts"
import { type QuoteRepair, repairQuotes } from "@/lib/reading/repair-quotes"
import { endsSentence } from "@/lib/reading/sentence-ends"
import { splitParagraphs } from "@/lib/reading/split-paragraphs"

export type DraftFormat = "txt" | "md"

/** What was noticed while reading a file; each code names a sentence of the reading messages, `warnings.<code>`. */
export type DraftWarning = {
  code:
    | "encodingGuessed"
    | "bytesReplaced"
    | "linesJoined"
    | "hyphensJoined"
    | "htmlShown"
    | "htmlDropped"
    | "imagesDropped"
    | "noTitle"
    | "quoteOpen"
  params: Record<string, string | number>
}

/** A text as recognised, before a person has corrected it. Paragraphs are plain text, quotes repaired. */
export type ReadingDraft = {
  title: string | null
  author: string | null
  /** As it stood in the text: "7 March 2022". */
  publishedOn: string | null
  /** BCP 47, guessed. */
  language: string
  /** Guessed. */
  kind: ReadingKindName
  paragraphs: string[]
  tasks: string[]
  /** `paragraph` counts from 1; 0 is the title. */
  repairs: ({ paragraph: number } & QuoteRepair)[]
  warnings: DraftWarning[]
}

/** The draft in a file's bytes. Refuses what is empty, too large, not text, or has no sentence in it. */
export function draftFromBytes(bytes: Uint8Array, format: DraftFormat): Decision<ReadingDraft> {
  const decoded = decodeBytes(bytes)
  if (!decoded.ok) return decoded
  const draft = draftFromText(decoded.value.text, format)
  if (!draft.ok) return draft
  return allow({ ...draft.value, warnings: [...decodingWarnings(decoded.value), ...draft.value.warnings] })
}

/** The draft in pasted text. Refuses what is empty, over 2 MB, or has no sentence in it. */
export function draftFromText(source: string, format: DraftFormat): Decision<ReadingDraft> {
  const size = refuseOversize(new TextEncoder().encode(source).length)
  if (size) return size
  const flat = format === "md" ? flattenMarkdown(normaliseLines(source)) : null
  const text = normaliseText(flat?.text ?? source)
  if (text.trim() === "") return refuse("invalid", "reading.emptyText", { field: "text" })
  const split = splitParagraphs(text, format)
  const parts = recogniseParts(split.paragraphs, flat?.title ? oneLine(flat.title) : null)
  const { paragraphs, repairs } = repairAll(parts.paragraphs)
  if (!paragraphs.some(holdsSentence)) return refuse("invalid", "reading.noSentence", { field: "text" })
  const language = guessLanguage(paragraphs.join("\n"))
  const draft = { ...parts, paragraphs, repairs, language, kind: guessKind(paragraphs, language) }
  const author = parts.author ?? flat?.author ?? null
  const publishedOn = parts.publishedOn ?? flat?.date ?? null
  return allow({ ...draft, author, publishedOn, warnings: warningsOf({ text, flat, split, draft }) })
}

const normaliseLines = (source: string): string => source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")
const oneLine = (text: string): string => normaliseText(text).replaceAll("\n", " ")

function repairAll(texts: string[]): Pick<ReadingDraft, "paragraphs" | "repairs"> {
  const repaired = texts.map(repairQuotes)
  return {
    paragraphs: repaired.map(({ text }) => text),
    repairs: repaired.flatMap(({ repairs }, at) =>
      repairs.map((repair) => ({ paragraph: at + 1, ...repair })),
    ),
  }
}

/** Scripts that mark no ends of sentences. */
const unmarked = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{20}/u

/** Whether a paragraph has at least one sentence: words, and a final mark somewhere. */
export const holdsSentence = (paragraph: string): boolean =>
  unmarked.test(paragraph) ||
  (/\p{L}{2}/u.test(paragraph) && (endsSentence(paragraph) || /\p{L}[.!?…]["”’)]?\s/u.test(paragraph)))

function decodingWarnings(decoded: DecodedText): DraftWarning[] {
  const warnings: DraftWarning[] = []
  if (decoded.encoding === "windows-1252") warnings.push({ code: "encodingGuessed", params: {} })
  if (decoded.replaced > 0) warnings.push({ code: "bytesReplaced", params: { count: decoded.replaced } })
  return warnings
}

type Noticed = {
  text: string
  flat: FlatMarkdown | null
  split: ReturnType<typeof splitParagraphs>
  draft: Pick<ReadingDraft, "title" | "paragraphs">
}

function warningsOf({ text, flat, split, draft }: Noticed): DraftWarning[] {
  const warnings: DraftWarning[] = []
  const add = (code: DraftWarning["code"], params: DraftWarning["params"] = {}): void => {
    warnings.push({ code, params })
  }
  if (!draft.title) add("noTitle")
  if (split.joined) add("linesJoined")
  if (split.hyphenJoins.length > 0) add("hyphensJoined", { words: split.hyphenJoins.slice(0, 12).join(", ") })
  if (!flat && /<\/?[a-z][^<>\n]{0,200}>/i.test(text)) add("htmlShown")
  if (flat?.htmlDropped) add("htmlDropped", { count: flat.htmlDropped })
  if (flat?.imagesDropped) add("imagesDropped", { count: flat.imagesDropped })
  draft.paragraphs.forEach((paragraph, at) => {
    if (leavesQuoteOpen(paragraph)) add("quoteOpen", { paragraph: at + 1 })
  })
  return warnings
}

const count = (text: string, mark: string): number => text.split(mark).length - 1

const leavesQuoteOpen = (paragraph: string): boolean =>
  !paragraph.includes("„") && count(paragraph, "“") !== count(paragraph, "”")
