/** Most a class list may weigh, in bytes: a spreadsheet of a whole year's students weighs a tenth of it. */
export const ROSTER_BYTES_MAX = 500_000

/**
 * The text in a file's bytes: UTF-8 with or without its mark, UTF-16 with one, else Windows-1252, which is what spreadsheets
 * in Europe write and holds Latin-1. Null for what is no text.
 */
export function decodeTable(bytes: Uint8Array): string | null {
  const encoding = markedEncoding(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

function markedEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null
}

/** What a file is, by its first bytes: an .xlsx workbook, the .xls of old, or text. */
export function tableFormat(bytes: Uint8Array): "xlsx" | "xls" | "text" {
  const startsWith = (...start: number[]) => start.every((byte, at) => bytes[at] === byte)
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) return "xlsx"
  return startsWith(0xd0, 0xcf, 0x11, 0xe0) ? "xls" : "text"
}
