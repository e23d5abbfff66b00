import "server-only"
import { type Decision, refuse } from "@/lib/access/refusal"
import { readSealed, type SealedLimits } from "@/lib/platform/read-sealed"
import type { ReadingDraft } from "@/lib/reading/draft-reading"
import {
  type FileFormat,
  isDocument,
  isTooLarge,
  MOST_MEGABYTES,
  megabytesOf,
} from "@/lib/reading/file-format"

/** The file of the worker that reads readings, from the project's folder. */
export const READING_WORKER = "lib/reading/server/reading-worker.ts"

/** The draft in a file of any format read here. Saves nothing. It is read in a sealed worker. */
export async function draftFromFile(
  bytes: Uint8Array,
  format: FileFormat,
  limits?: SealedLimits,
): Promise<Decision<ReadingDraft>> {
  if (bytes.length === 0) return refuse("invalid", "reading.emptyFile", { field: "file" })
  const refused =
    refuseOversizeFile(bytes.length, format) ?? (format === "docx" ? refuseOtherThanWord(bytes) : null)
  if (refused) return refused
  const answer = await readSealed<Decision<ReadingDraft>>(READING_WORKER, { bytes, format }, limits)
  return answer.ok ? answer.value : refuse("invalid", `reading.${answer.fault}`, { field: "file" })
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

function refuseOtherThanWord(bytes: Uint8Array) {
  // What Word before 2007 wrote, and what Word writes around a document with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse("invalid", "reading.oldWord", { field: "file" })
  return startsWith(bytes, [0x50, 0x4b]) ? null : refuse("invalid", "reading.notWord", { field: "file" })
}
