import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decodeHtml } from "@/lib/reading/decode-html"
import {
  type DraftWarning,
  decodingWarnings,
  draftFromBytes,
  draftFromDocument,
  type ReadingDraft,
} from "@/lib/reading/draft-reading"
import {
  type FileFormat,
  isDocument,
  isTooLarge,
  MOST_MEGABYTES,
  megabytesOf,
} from "@/lib/reading/file-format"
import { readDocument } from "@/lib/reading/server/read-document"

/** The draft in a file of any format read here. Saves nothing. Documents are read in a worker. */
export async function draftFromFile(bytes: Uint8Array, format: FileFormat): Promise<Decision<ReadingDraft>> {
  if (bytes.length === 0) return refuse("invalid", "reading.emptyFile", { field: "file" })
  if (format === "txt" || format === "md") return draftFromBytes(bytes, format)
  const oversize = refuseOversizeFile(bytes.length, format)
  if (oversize) return oversize
  return format === "docx" ? draftFromDocx(bytes) : draftFromHtml(bytes)
}

/** The refusal for a file of `size` bytes, or null when its format may be as large. */
export function refuseOversizeFile(size: number, format: FileFormat) {
  if (!isTooLarge(size, format)) return null
  const params = { megabytes: megabytesOf(size), most: MOST_MEGABYTES[format] }
  const code = isDocument(format) ? "reading.documentTooLarge" : "reading.tooLarge"
  return refuse("too-large", code, { params, field: "file" })
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

async function draftFromDocx(bytes: Uint8Array): Promise<Decision<ReadingDraft>> {
  // What Word before 2007 wrote, and what Word writes around a document with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse("invalid", "reading.oldWord", { field: "file" })
  if (!startsWith(bytes, [0x50, 0x4b])) return refuse("invalid", "reading.notWord", { field: "file" })
  const document = await readDocument({ format: "docx", bytes })
  return document.ok ? draftFromDocument(document.value) : document
}

async function draftFromHtml(bytes: Uint8Array): Promise<Decision<ReadingDraft>> {
  const decoded = decodeHtml(bytes)
  if (!decoded.ok) return decoded
  const document = await readDocument({ format: "html", html: decoded.value.text })
  const draft = document.ok ? draftFromDocument(document.value) : document
  return draft.ok ? allow(withWarnings(draft.value, decodingWarnings(decoded.value))) : draft
}

const withWarnings = (draft: ReadingDraft, warnings: DraftWarning[]): ReadingDraft => {
  return { ...draft, warnings: [...warnings, ...draft.warnings] }
}
