import type { AuthoredItem } from "@/lib/quiz/authored-item"

/** Two questions are the same when they ask the same and offer the same, whatever the spaces, capitals and order. */
export const sameness = (item: Pick<AuthoredItem, "type" | "prompt" | "content">): string =>
  JSON.stringify([item.type, evenWords(item.prompt), textsIn(item.content).map(evenWords).sort()])

/** A text without what makes no difference to a reader: spaces, capitals, and how letters are put together. */
export const evenWords = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()

/** All words in a type's content, ids left out. */
function textsIn(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(textsIn)
  if (typeof content !== "object" || content === null) return []
  return Object.entries(content).flatMap(([name, value]) =>
    name === "text" && typeof value === "string" ? [value] : textsIn(value),
  )
}
