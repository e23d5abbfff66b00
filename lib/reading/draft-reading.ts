import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type DecodedText, decodeBytes, refuseOversize } from "@/lib/reading/decode-bytes"
import type { FlatDocument } from "@/lib/reading/document/flat-document"
import { type FlatMarkdown, flattenMarkdown } from "@/lib/reading/flatten-markdown"
import { guessKind } from "@/lib/reading/guess-kind"
import { guessLanguage, settleLanguage } from "@/lib/reading/guess-language"
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
    | "tablesDropped"
    | "notesDropped"
    | "commentsDropped"
    | "formulasDropped"
    | "chartsDropped"
    | "headersDropped"
    | "changesAccepted"
    | "struckKept"
    | "pageTrimmed"
    | "pageCut"
    | "noSentenceEnd"
    | "titleFromFile"
  params: Record<string, string | number>
}

/** A text as recognised, before a person has corrected it. Paragraphs are plain text, quotes repaired. */
export type ReadingDraft = {
  title: string | null
  author: string | null
  /** As it stood in the text: "7 March 2022". */
  publishedOn: string | null
  /** Who published it and where, where a saved page says so. */
  source: string | null
  sourceUrl: string | null
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
  const kind = guessKind(paragraphs, language)
  const draft = { ...parts, source: null, sourceUrl: null, paragraphs, repairs, language, kind }
  const author = parts.author ?? flat?.author ?? null
  const publishedOn = parts.publishedOn ?? flat?.date ?? null
  return allow({ ...draft, author, publishedOn, warnings: warningsOf({ text, flat, split, draft }) })
}

/** The draft in a Word file or web page, whose paragraphs are known. Refuses what has no words, or over 2 MB of them. */
export function draftFromDocument(document: FlatDocument): Decision<ReadingDraft> {
  const blocks = document.paragraphs.map(oneLine).filter((text) => text !== "")
  const size = refuseOversize(new TextEncoder().encode(blocks.join("\n")).length)
  if (size) return size
  if (!blocks.some(holdsWords)) return refuse("invalid", "reading.emptyDocument", { field: "file" })
  const isProse = blocks.some(holdsSentence)
  const title = document.title ? oneLine(document.title) : null
  const parts = isProse ? recogniseParts(blocks, title) : unrecognised(blocks, title)
  const { paragraphs, repairs } = repairAll(parts.paragraphs)
  const language = settleLanguage(paragraphs.join("\n"), document.language)
  const draft = { ...parts, paragraphs, repairs, language, kind: guessKind(paragraphs, language) }
  const noticed = warningsOf({ text: "", flat: null, split: null, draft })
  if (!isProse) noticed.push({ code: "noSentenceEnd", params: {} })
  const { source, sourceUrl, spareTitle } = document
  return allow({
    ...draft,
    title: draft.title ?? spareTitle,
    author: document.author ?? parts.author,
    publishedOn: document.publishedOn ?? parts.publishedOn,
    source,
    sourceUrl,
    warnings: [...document.warnings, ...noticed],
  })
}

/** Lines without one sentence among them, such as a list: no line is taken for a headline or a task. */
const unrecognised = (paragraphs: string[], title: string | null) => {
  return { title, author: null, publishedOn: null, paragraphs, tasks: [] }
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

/** Whether there is anything to read: one word of two letters, or of one in scripts where that is a word. */
export const holdsWords = (paragraph: string): boolean => /\p{L}{2}|\p{Script=Han}/u.test(paragraph)

/** What to look at after bytes became text. */
export function decodingWarnings(decoded: DecodedText): DraftWarning[] {
  const warnings: DraftWarning[] = []
  if (decoded.isGuessed) warnings.push({ code: "encodingGuessed", params: {} })
  if (decoded.replaced > 0) warnings.push({ code: "bytesReplaced", params: { count: decoded.replaced } })
  return warnings
}

type Noticed = {
  text: string
  flat: FlatMarkdown | null
  split: ReturnType<typeof splitParagraphs> | null
  draft: Pick<ReadingDraft, "title" | "paragraphs">
}

function warningsOf({ text, flat, split, draft }: Noticed): DraftWarning[] {
  const warnings: DraftWarning[] = []
  const add = (code: DraftWarning["code"], params: DraftWarning["params"] = {}): void => {
    warnings.push({ code, params })
  }
  if (!draft.title) add("noTitle")
  if (split?.joined) add("linesJoined")
  if (split?.hyphenJoins.length) add("hyphensJoined", { words: split.hyphenJoins.slice(0, 12).join(", ") })
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
