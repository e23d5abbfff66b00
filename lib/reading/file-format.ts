import type { DraftFormat } from "@/lib/reading/draft-reading"

/** Plain text is read at once; documents go through a worker of their own. */
export type FileFormat = DraftFormat | "html" | "docx"

const byExtension: Record<string, FileFormat> = {
  txt: "txt",
  text: "txt",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
}

/** The most a file may weigh, in megabytes: documents carry pictures and scripts that are not read. */
export const MOST_MEGABYTES: Record<FileFormat, number> = { txt: 2, md: 2, html: 8, docx: 20 }

/** Whether a format has paragraphs of its own, so that nobody has to guess them from lines. */
export const isDocument = (format: FileFormat): boolean => format === "html" || format === "docx"

/** For a file chooser. */
export const ACCEPTED_FILES = Object.keys(byExtension)
  .map((extension) => `.${extension}`)
  .join(",")

/** Which of the formats read here a file's name says it is, or null. */
export function formatOfFile(name: string): FileFormat | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null
}

/** Megabytes with one decimal, rounded up: a file just over a limit is not shown as being at it. */
export const megabytesOf = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10

export const isTooLarge = (bytes: number, format: FileFormat): boolean =>
  bytes > MOST_MEGABYTES[format] * 1024 * 1024
