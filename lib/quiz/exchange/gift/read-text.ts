import type { RichText, TextFormat } from "@/lib/quiz/exchange/exchange-item"
import { unescapeGift } from "@/lib/quiz/exchange/gift/scan"

const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]/

/** A text with its `[format]` tag, or in the format of what stands around it. Line breaks of the file are spaces. */
export function readText(written: string, inherited: TextFormat): RichText {
  const tag = FORMAT.exec(written)
  const format = (tag?.[1] as TextFormat | undefined) ?? inherited
  const text = written.slice(tag?.[0].length ?? 0)
  return { format, text: readWords(text) }
}

/** Words where no tag can stand: what looks like one is one of them. */
export const readWords = (written: string): string => unescapeGift(squeeze(written)).trim()

/** Null where nothing is said. */
export function readFeedback(written: string | null, inherited: TextFormat): RichText | null {
  if (written === null) return null
  const feedback = readText(written, inherited)
  return feedback.text === "" ? null : feedback
}

/** A line break in the file, with the indentation around it, only wraps the line. */
const squeeze = (text: string): string =>
  text
    .split("\n")
    .map((line, at, all) => {
      const left = at === 0 ? line : line.trimStart()
      return at === all.length - 1 ? left : left.trimEnd()
    })
    .join(" ")
