import type { AuthoredItem } from "@/lib/quiz/authored-item"

/** Two questions are the same when they ask the same and offer the same, whatever the spaces, capitals and order. */
export function sameness({
  type,
  prompt,
  content,
}: Pick<AuthoredItem, "type" | "prompt" | "content">): string {
  const even = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()
  return JSON.stringify([type, even(prompt), textsIn(content).map(even).sort()])
}

/** All words in a type's content, ids left out. */
function textsIn(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(textsIn)
  if (typeof content !== "object" || content === null) return []
  return Object.entries(content).flatMap(([name, value]) =>
    name === "text" && typeof value === "string" ? [value] : textsIn(value),
  )
}
