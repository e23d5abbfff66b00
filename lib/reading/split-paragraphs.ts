import { endsSentence } from "@/lib/reading/sentence-ends"

export type SplitText = {
  paragraphs: string[]
  /** Lines that were cut at a fixed width were joined again. */
  joined: boolean
  /** Joins across a hyphen at a line's end, which may have been part of the word or not: "no-|confidence". */
  hyphenJoins: string[]
}

/** A line of a text cut at a fixed width has about as many characters as its neighbours, and never more than this. */
const WIDEST_WRAP = 130

/**
 * Paragraphs of a normalised text. A blank line always parts; whether a single line end does is decided by the lines'
 * lengths (`markdownWidth` for Markdown): in a text cut at a fixed width the next word would not have fitted, in one with a paragraph per line it would.
 */
export function splitParagraphs(text: string, format: "txt" | "md" = "txt"): SplitText {
  const blocks = linesByBlock(text)
  const width = format === "md" ? markdownWidth(blocks) : wrapWidth(blocks)
  if (width === null) return { paragraphs: blocks.flat(), joined: false, hyphenJoins: [] }
  const hyphenJoins: string[] = []
  const paragraphs = blocks.flatMap((lines) => joinWrapped(lines, width, hyphenJoins))
  return { paragraphs, joined: true, hyphenJoins }
}

function linesByBlock(text: string): string[][] {
  const blocks: string[][] = [[]]
  for (const line of text.split("\n")) {
    if (line === "") blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  return blocks.filter((block) => block.length > 0)
}

/** The width at which lines were cut, or null when a line end means a paragraph's end. */
function wrapWidth(blocks: string[][]): number | null {
  const inner = innerLines(blocks)
  if (inner.length === 0) return null
  const lengths = inner.map(({ line }) => line.length).sort((a, b) => a - b)
  const width = lengths[Math.ceil((lengths.length - 1) * 0.9)] ?? 0
  if (width > WIDEST_WRAP || width < 20) return null
  const full = inner.filter(({ line, next }) => isFull(line, next, width))
  const cutMidSentence = full.filter(({ line }) => !endsSentence(line))
  const isWrapped = full.length >= inner.length * 0.6 && cutMidSentence.length >= full.length * 0.5
  return isWrapped ? width : null
}

const innerLines = (blocks: string[][]): { line: string; next: string }[] =>
  blocks.flatMap((lines) => lines.slice(0, -1).map((line, at) => ({ line, next: lines[at + 1] ?? "" })))

/** In Markdown a line end is a space, unless nearly every line is a finished sentence: then somebody meant paragraphs. */
function markdownWidth(blocks: string[][]): number | null {
  const inner = innerLines(blocks)
  const finished = inner.filter(({ line }) => endsSentence(line))
  return inner.length === 0 || finished.length >= inner.length * 0.8 ? null : 0
}

/** Would the next line's first word have passed the width? A ragged edge of an eighth is allowed. */
function isFull(line: string, next: string, width: number): boolean {
  const space = next.indexOf(" ")
  const firstWord = space < 0 ? next.length : space
  return line.length + 1 + firstWord > width * 0.875
}

/** A line that had room for the next word ends its paragraph, even without a blank line. */
function joinWrapped(lines: string[], width: number, hyphenJoins: string[]): string[] {
  const paragraphs: string[][] = [[]]
  lines.forEach((line, at) => {
    paragraphs.at(-1)?.push(line)
    const next = lines[at + 1]
    if (next !== undefined && !isFull(line, next, width)) paragraphs.push([])
  })
  return paragraphs.map((parts) => joinLines(parts, hyphenJoins))
}

function joinLines(lines: string[], hyphenJoins: string[]): string {
  const pieces: string[] = []
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (next === undefined) pieces.push(line)
    else if (/\p{L}-$/u.test(line.slice(-3)) && /^\p{Ll}/u.test(next)) {
      pieces.push(line)
      hyphenJoins.push(`${line.slice(line.lastIndexOf(" ") + 1)}${next.split(" ", 1)[0]}`)
    } else pieces.push(line, " ")
  })
  return pieces.join("")
}
