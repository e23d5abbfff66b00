import { pathOf } from "@/lib/quiz/exchange/category-path"
import type { Located } from "@/lib/quiz/exchange/exchange-item"

/** One question's text without comments, and what the comments before it say. */
export type GiftBlock = {
  /** Line of the file for each line of `text`. */
  lines: number[]
  text: string
  tags: string[]
  category: string[]
}

const CATEGORY = /^\s*\$CATEGORY:(.*)$/
/** What stands before a question, and never in one that has its answers. */
const BEGINS = /^\s*(::|\/\/.*\[(tag|id):)/
const TAG = /\[tag:([^\]]*)\]/g

/**
 * Cuts a GIFT file at blank lines into questions. A blank line between braces does not cut, unless the next question
 * begins before they close: one brace that is never closed must not swallow the file. A title, or a comment with a tag,
 * cuts too where a question before it has its answers: blank lines are forgotten. Linear in the length of the text.
 */
export function splitBlocks(text: string): GiftBlock[] {
  const lines = text.split(/\r\n|\r|\n/).map((value, at) => ({ line: at + 1, value }))
  const blocks: GiftBlock[] = []
  let category: string[] = []
  let tags: string[] = []
  let open: Located<string>[] = []
  let depth = 0
  // Whether the braces that are open now were seen to close: asked once a question.
  let closes = false
  let hasAnswers = false
  const close = () => {
    const said = trimBlank(open)
    if (said.length > 0) {
      blocks.push({
        lines: said.map(({ line }) => line),
        text: said.map(({ value }) => value).join("\n"),
        tags,
        category,
      })
      tags = []
    }
    open = []
    depth = 0
    closes = false
    hasAnswers = false
  }
  for (const [at, one] of lines.entries()) {
    const named = CATEGORY.exec(one.value)
    if (hasAnswers && depth === 0 && BEGINS.test(one.value)) close()
    if (isComment(one.value)) {
      for (const [, tag = ""] of one.value.matchAll(TAG)) if (tag.trim()) tags.push(tag.trim())
    } else if (named) {
      close()
      category = pathOf(named[1] ?? "")
    } else if (one.value.trim() === "") {
      closes = depth > 0 && (closes || closesNext(lines, at))
      if (!closes) close()
      else open.push(one)
    } else {
      open.push(one)
      depth += braces(one.value)
      hasAnswers ||= depth === 0 && /[^\\]\}|^\}/.test(one.value)
    }
  }
  close()
  return blocks
}

const isComment = (line: string): boolean => line.trimStart().startsWith("//")

/** Whether an open brace is closed after this line, before a title, a category or another brace begins something new. */
function closesNext(lines: readonly Located<string>[], from: number): boolean {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]?.value ?? ""
    if (/^\s*(::|\$CATEGORY:)/.test(line)) return false
    const brace = isComment(line) ? undefined : /^(?:[^\\{}]|\\.|\\$)*([{}])/.exec(line)?.[1]
    if (brace) return brace === "}"
  }
  return false
}

/** Opened less closed braces of a line, those behind a backslash left out. */
function braces(line: string): number {
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") at++
    else if (line[at] === "{") depth++
    else if (line[at] === "}") depth--
  }
  return depth
}

function trimBlank(lines: Located<string>[]): Located<string>[] {
  const isSaid = ({ value }: Located<string>) => value.trim() !== ""
  const first = lines.findIndex(isSaid)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isSaid) + 1)
}
