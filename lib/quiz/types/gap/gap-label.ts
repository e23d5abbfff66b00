import type { GapContent } from "@/lib/quiz/types/gap/shapes"

/** Words that stand beside a gap in its name. */
const AROUND = 3

/** What a gap is called where its text is not shown: its number and the words before it, "2: the vote of …". */
export function gapLabel({ pieces }: GapContent, id: string): string {
  const at = pieces.findIndex((piece) => "gap" in piece && piece.gap === id)
  const number = pieces.slice(0, at + 1).filter((piece) => "gap" in piece).length
  const [before, after] = [wordsOf(pieces[at - 1]), wordsOf(pieces[at + 1])]
  const named = before.length > 0 ? [...before.slice(-AROUND), "…"] : ["…", ...after.slice(0, AROUND)]
  return `${number}: ${named.join(" ")}`
}

const wordsOf = (piece: GapContent["pieces"][number] | undefined): string[] =>
  piece && "text" in piece ? piece.text.split(/\s+/).filter(Boolean) : []
