import { inTextOrder } from "@/lib/quiz/neutral-order"
import type { Option } from "@/lib/quiz/options"
import { type Fills, fillsOf } from "@/lib/quiz/types/gap/fills"
import { gapsOf, LONGEST_FILL } from "@/lib/quiz/types/gap/gaps"
import {
  type Gap,
  type GapContent,
  type GapKey,
  MOST_GAPS,
  MOST_WORDINGS,
  type Piece,
} from "@/lib/quiz/types/gap/shapes"

/**
 * How an author writes gaps: "35 countries [[abstained|did not vote]]" is typed, and each wording counts;
 * "Kadyrov is [[*for|against]]" is chosen from a list, and the wording with the star is right. Nothing else is marked.
 */
export type ReadGaps = Pick<GapContent, "pieces"> & Pick<GapKey, "gaps">

type Ids = { before: GapContent; newId: () => string }

/**
 * The public pieces and, apart from them, what is right. Gaps keep the ids they had, by their number; options by their
 * words. A bracket that is never closed stays text, and is the author's to mend.
 */
export function readGapMarkup(markup: string, { before, newId }: Ids): ReadGaps {
  const [pieces, gaps]: [Piece[], GapKey["gaps"]] = [[], {}]
  const known = gapsOf(before)
  let at = 0
  for (const { start, end } of bracketsIn(markup)) {
    const count = Object.keys(gaps).length
    const wordings = wordingsIn(markup.slice(start + 2, end - 2))
    // What is too much stays text, with its brackets, which is then said to the author.
    if (count >= MOST_GAPS || wordings.length > MOST_WORDINGS) continue
    addText(pieces, markup.slice(at, start))
    const { place, right } = readGap(wordings, { old: known[count], newId })
    pieces.push(place)
    gaps[place.gap] = right
    at = end
  }
  addText(pieces, markup.slice(at))
  return { pieces, gaps }
}

function addText(pieces: Piece[], text: string): void {
  if (text !== "") pieces.push({ text })
}

/** Closed pairs of brackets, one after the other; of two that open, the later one is meant. */
function* bracketsIn(markup: string): Generator<{ start: number; end: number }> {
  let at = 0
  for (;;) {
    const close = markup.indexOf("]]", at)
    if (close < 0) return
    const start = markup.lastIndexOf("[[", close - 1)
    if (start >= at) yield { start, end: close + 2 }
    at = close + 2
  }
}

type Reading = { old: Gap | undefined; newId: () => string }

const wordingsIn = (inside: string): string[] =>
  inside
    .split("|")
    .map((wording) => wording.trim().slice(0, LONGEST_FILL))
    .filter((wording) => wording !== "")

const isStarred = (wording: string): boolean => wording.startsWith("*")

/** A lone star makes a list of which nothing is right: that of a question for a view. */
function readGap(wordings: readonly string[], { old, newId }: Reading): { place: Gap; right: string[] } {
  const id = old?.gap ?? newId()
  if (!wordings.some(isStarred)) return { place: { gap: id, options: null }, right: [...wordings] }
  const listed = wordings.filter((wording) => wording !== "*")
  const options = listed.map((wording) => {
    const text = wording.replace(/^\*\s*/, "")
    return { id: old?.options?.find((one) => one.text === text)?.id ?? newId(), text }
  })
  const right = options.filter((_, at) => isStarred(listed[at] ?? "")).map((option) => option.id)
  return { place: { gap: id, options: inTextOrder(options) }, right }
}

/** The text as its author wrote it, put together again. */
export function writeGapMarkup({ pieces }: GapContent, right: Fills | null): string {
  return pieces
    .map((piece) => {
      if ("text" in piece) return piece.text
      // A wording that earns a part of the points stands there too; what it earns is said elsewhere.
      const typed = right ? fillsOf(piece, right).map(({ fill }) => fill) : []
      return `[[${writeGap(piece, piece.options ? (right?.gaps[piece.gap] ?? []) : typed)}]]`
    })
    .join("")
}

function writeGap({ options }: Gap, right: readonly string[]): string {
  if (!options) return right.join("|")
  const isRight = ({ id }: Option) => right.includes(id)
  const marked = options.map((option) => (isRight(option) ? `*${option.text}` : option.text))
  return options.some(isRight) ? marked.join("|") : `*|${marked.join("|")}`
}
