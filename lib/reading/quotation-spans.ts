/** From the opening to the closing mark of one quotation or bracket, as offsets. */
export type Span = { start: number; end: number }

/** A quotation longer than this is allowed to fall into several sentences: one sentence of a page helps nobody. */
const LONGEST_HELD = 600

const closerOf: Record<string, string> = {
  "\u201c": "\u201d",
  "\u201e": "\u201c\u201d",
  "\u00ab": "\u00bb",
  "\u300c": "\u300d",
  "\u300e": "\u300f",
  "(": ")",
  "[": "]",
  "\uff08": "\uff09",
}
const closingMarks = new Set([...Object.values(closerOf).join("")])

/**
 * The quotations and brackets of a paragraph, by where they start. One that opens twice counts from the second; one
 * that never closes is none. Straight quotes count by what stands around them. Single quotes are left alone: they are
 * apostrophes more often. Linear.
 */
export function quotationSpans(text: string): Span[] {
  const open = new Map<string, number>()
  const spans: Span[] = []
  const close = (opener: string, at: number): void => {
    const start = open.get(opener)
    open.delete(opener)
    if (start !== undefined && at - start <= LONGEST_HELD) spans.push({ start, end: at })
  }
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (mark === '"') {
      const side = straightQuoteSide(text, at)
      if (side === "opens") open.set(mark, at)
      if (side === "closes") close(mark, at)
      continue
    }
    if (closingMarks.has(mark))
      for (const opener of [...open.keys()]) if (closerOf[opener]?.includes(mark)) close(opener, at)
    if (mark in closerOf && !(mark === "\u201c" && spans.at(-1)?.end === at)) open.set(mark, at)
  }
  return spans.sort((a, b) => a.start - b.start)
}

/** Which way a straight quote faces, by its neighbours; null where both or neither fit. */
export function straightQuoteSide(text: string, at: number): "opens" | "closes" | null {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  const blankBefore = before === "" || /[\s([{\u2014\u2013-]/.test(before)
  const blankAfter = after === "" || /[\s.,;:!?)\]}\u2014\u2013-]/.test(after)
  if (blankBefore === blankAfter) return null
  return blankBefore ? "opens" : "closes"
}
