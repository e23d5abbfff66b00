import { allow, type Decision, type Refusal, refuse } from "@/lib/access/refusal"

/** The most a reading may weigh, in bytes: about 350,000 words. */
export const MAX_READING_BYTES = 2 * 1024 * 1024

export type DecodedText = {
  text: string
  /** As TextDecoder calls it: "utf-8", "windows-1252". */
  encoding: string
  /** Nothing in the file named the encoding; it was taken because nothing else fits. */
  isGuessed: boolean
  /** Bytes that stood for no character and were replaced. */
  replaced: number
}

/**
 * The text in a file's bytes: UTF-8 with or without byte order mark, UTF-16, else Windows-1252 (which holds
 * Latin-1). Refuses an empty file, one over `MAX_READING_BYTES`, and what is not text at all.
 */
export function decodeBytes(bytes: Uint8Array): Decision<DecodedText> {
  return refuseOversize(bytes.length) ?? refuseOtherThanText(bytes) ?? allow(decodeText(bytes))
}

type Refused = { ok: false; refusal: Refusal }

/** The refusal for a file or paste of `size` bytes, or null when it fits. */
export function refuseOversize(size: number): Refused | null {
  if (size <= MAX_READING_BYTES) return null
  const megabytes = Math.ceil((size / 1024 / 1024) * 10) / 10
  return refuse("too-large", "reading.tooLarge", { params: { megabytes, most: 2 }, field: "file" })
}

/** The refusal for bytes that are empty, of a format known not to be text, or not text at all; else null. */
export function refuseOtherThanText(bytes: Uint8Array): Refused | null {
  if (bytes.length === 0) return refuse("invalid", "reading.emptyFile", { field: "file" })
  const format = knownFormat(bytes)
  if (format) return refuse("invalid", "reading.otherFormat", { params: { format }, field: "file" })
  const isBinary = utf16Of(bytes) === null && looksBinary(bytes)
  return isBinary ? refuse("invalid", "reading.binary", { field: "file" }) : null
}

/** Bytes as text: by byte order mark, as UTF-16 that shows, else UTF-8 or what the file `declares`, else Windows-1252. */
export function decodeText(bytes: Uint8Array, declares?: string): DecodedText {
  const utf16 = utf16Of(bytes)
  if (utf16) return decodeAs(bytes, utf16)
  return declares ? decodeAs(bytes, declares) : decodeEightBit(bytes)
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, isGuessed: false, replaced: countReplacements(text) }
}

/** UTF-8 when it is, or nearly is; a Windows-1252 file gives a replacement for almost every accented letter. */
function decodeEightBit(bytes: Uint8Array): DecodedText {
  const utf8 = decodeAs(bytes, "utf-8")
  if (utf8.replaced === 0 || utf8.replaced * 4 < countBeyondAscii(utf8.text) - utf8.replaced) return utf8
  return { ...decodeAs(bytes, "windows-1252"), isGuessed: true, replaced: 0 }
}

const countReplacements = (text: string): number => text.split("\ufffd").length - 1

function countBeyondAscii(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) count++
  return count
}

const SIGNATURES: [format: string, bytes: number[]][] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["Word or ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["Word", [0xd0, 0xcf, 0x11, 0xe0]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
]

/** The name of a format we know not to be plain text, from its first bytes. */
function knownFormat(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  return found?.[0] ?? null
}

/** UTF-16 by its byte order mark, or by zeros standing in every other place of the first 4 KB. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le"
  if (even > half * 0.4 && odd < half * 0.05) return "utf-16be"
  return null
}

/** Text has no NUL, and next to no control characters but tab, line ends, form feed and escape. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++
  }
  return controls * 100 > bytes.length
}
