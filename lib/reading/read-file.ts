import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decodeHtml } from "@/lib/reading/decode-html"
import { type FlatDocument, RefusedDocument } from "@/lib/reading/document/flat-document"
import { readDocx } from "@/lib/reading/document/read-docx"
import { readHtml } from "@/lib/reading/document/read-html"
import {
  type DraftWarning,
  decodingWarnings,
  draftFromBytes,
  draftFromDocument,
  type ReadingDraft,
} from "@/lib/reading/draft-reading"
import type { FileFormat } from "@/lib/reading/file-format"

/** Bytes that stand for nothing yet, and what their sender says they are. */
export type ReadingFile = { bytes: Uint8Array; format: FileFormat }

/** The draft in a file. To be run in a sealed worker: what it calls was written by others, and the bytes by a stranger. */
export async function readFile({ bytes, format }: ReadingFile): Promise<Decision<ReadingDraft>> {
  if (format === "txt" || format === "md") return draftFromBytes(bytes, format)
  try {
    return format === "docx" ? draftFromDocument(await readDocx(bytes)) : draftFromHtml(bytes)
  } catch (error) {
    if (!(error instanceof RefusedDocument)) throw error
    return refuse("invalid", `reading.${error.fault}`, { field: "file" })
  }
}

function draftFromHtml(bytes: Uint8Array): Decision<ReadingDraft> {
  const decoded = decodeHtml(bytes)
  if (!decoded.ok) return decoded
  const document: FlatDocument = readHtml(decoded.value.text)
  const draft = draftFromDocument(document)
  return draft.ok ? allow(withWarnings(draft.value, decodingWarnings(decoded.value))) : draft
}

const withWarnings = (draft: ReadingDraft, warnings: DraftWarning[]): ReadingDraft => {
  return { ...draft, warnings: [...warnings, ...draft.warnings] }
}
