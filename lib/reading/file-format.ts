import type { DraftFormat } from "@/lib/reading/draft-reading"

/** Which of the formats read here a file's name says it is, or null. */
export function formatOfFile(name: string): DraftFormat | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (extension === "txt" || extension === "text") return "txt"
  return extension === "md" || extension === "markdown" ? "md" : null
}
