import type { Located } from "@/lib/quiz/exchange/exchange-item"

/**
 * Cuts Moodle XML into its `<question>` elements before any of it is parsed, so that one that is not well-formed takes
 * no other with it. Sections of CDATA and comments are stepped over: they may hold anything. Linear in the text.
 * An element that is never closed ends where the next begins.
 */
export function splitQuestions(xml: string): Located<string>[] {
  const found: Located<string>[] = []
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    for (; counted < offset; counted++) if (xml[counted] === "\n") line++
    return line
  }
  let start = -1
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf("<", at)
    if (next < 0) break
    const skipped = stepOver(xml, next)
    if (skipped > next) at = skipped
    else if (opensQuestion(xml, next)) {
      if (start >= 0) found.push({ line: lineAt(start), value: xml.slice(start, next) })
      start = next
      at = next + 1
    } else if (start >= 0 && xml.startsWith("</question>", next)) {
      found.push({ line: lineAt(start), value: xml.slice(start, next + "</question>".length) })
      start = -1
      at = next + 1
    } else at = next + 1
  }
  if (start >= 0) found.push({ line: lineAt(start), value: xml.slice(start) })
  return found
}

const opensQuestion = (xml: string, at: number): boolean =>
  xml.startsWith("<question", at) && /[\s>]/.test(xml[at + "<question".length] ?? "")

/** Where a comment or a section of CDATA ends; `at` itself where none begins there. */
function stepOver(xml: string, at: number): number {
  const end = xml.startsWith("<![CDATA[", at) ? "]]>" : xml.startsWith("<!--", at) ? "-->" : null
  if (!end) return at
  const found = xml.indexOf(end, at)
  return found < 0 ? xml.length : found + end.length
}
