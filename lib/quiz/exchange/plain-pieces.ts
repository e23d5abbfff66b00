import type { Gap, TextFormat } from "@/lib/quiz/exchange/exchange-item"
import { isHtml } from "@/lib/quiz/exchange/is-html"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"

/** Stands for a gap while the text around it is read; of private use, so that no text has it. */
const PLACE = "\uE000"

/**
 * A text with gaps, its words alone: HTML is read as a whole, for a tag may begin before a gap and end behind it. A text
 * that is no HTML stays as it was written.
 */
export function plainPieces(pieces: readonly (string | Gap)[], format: TextFormat): (string | Gap)[] {
  const text = pieces
    .map((piece) => (typeof piece === "string" ? piece.replaceAll(PLACE, "") : PLACE))
    .join("")
  if (!isHtml({ format, text })) return [...pieces]
  const gaps = pieces.filter((piece) => typeof piece !== "string")
  return plainTextOf({ format: "html", text })
    .split(PLACE)
    .flatMap((words, at) => [words, ...gaps.slice(at, at + 1)])
    .filter((piece) => piece !== "")
}
