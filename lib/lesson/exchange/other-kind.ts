import { detectQuizFormat } from "@/lib/quiz/exchange/detect-format"

/** What a file is that is no lesson; each has a sentence that says where to bring it in. */
export type OtherKind = "zip" | "pdf" | "word" | "picture" | "html" | "moodle" | "gift" | "table" | "text"

const STARTS: readonly [OtherKind, readonly number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x1f, 0x8b]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["word", [0xd0, 0xcf, 0x11, 0xe0]],
  ["word", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
]

/** By its first bytes, and by its name where those are of an archive: a Word file is one. Null where they say nothing. */
export function kindOfBytes(bytes: Uint8Array, fileName: string): OtherKind | null {
  const kind = STARTS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null
  return kind === "zip" && /\.docx$/i.test(fileName) ? "word" : kind
}

/** What a text is that does not begin as a lesson does. */
export function kindOfText(text: string, fileName: string): OtherKind {
  const start = text.slice(0, 20_000)
  if (/^\s*<(!doctype html|html|head|body|div|p|h1)[\s>]/i.test(start)) return "html"
  const format = detectQuizFormat(text.slice(0, 20_000), fileName)
  if (format === "moodle-xml") return "moodle"
  if (format === "csv") return "table"
  return format ? "gift" : "text"
}
